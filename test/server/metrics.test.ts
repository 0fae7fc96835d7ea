import t, { type Test } from 'tap'
import type { Handler } from '../../src/admission/handler.ts'
import { allowed, denied, patched, untouched } from '../../src/admission/answer.ts'
import { UnansweredLookUp } from '../../src/admission/look-up.ts'
import { createOpsServer } from '../../src/server/ops-server.ts'
import { reviewOf, startWebhook, type Call, type RunningWebhook } from './running-webhook.ts'
import { labelValues, readScrape, type Scraped } from './scraped.ts'

/** Through the server that Prometheus asks. */
async function scrape({ metrics }: RunningWebhook): Promise<Scraped> {
  const answer = await createOpsServer(() => [], metrics).inject('/metrics')
  return readScrape(answer.body)
}

async function seriesAfter(t: Test, handler: Handler, ...calls: readonly Call[]) {
  const webhook = await startWebhook(t, handler)
  for (const call of calls) await webhook.call(call)
  return (await scrape(webhook)).series
}

const admissions = (labels: string) => `bond_injector_admissions_total{endpoint="/mutate/pods",${labels}}`
const refusal = { message: 'm', kind: 'Pod', name: 'podbonding', causes: [] }

const outcomes: readonly { name: string; handler: Handler; change?: Record<string, unknown>; labels: string }[] = [
  {
    name: 'injected',
    handler: () => patched([], { verdict: 'injected', bonds: ['demo/bond-net1@bond0'], rules: [] }),
    labels: 'verdict="injected",reason="",dry_run="false"',
  },
  {
    name: 'a warning is no reason for an injection',
    handler: () => patched([], { verdict: 'injected', bonds: [], rules: ['links-by-discovery'] }),
    labels: 'verdict="injected",reason="",dry_run="false"',
  },
  {
    name: 'unchanged, in a dry run',
    handler: () => allowed({ verdict: 'unchanged', bonds: [], rules: [] }),
    change: { dryRun: true },
    labels: 'verdict="unchanged",reason="",dry_run="true"',
  },
  {
    name: 'left alone, and why',
    handler: () => untouched('host-network'),
    labels: 'verdict="untouched",reason="host-network",dry_run="false"',
  },
  {
    name: 'refused by the first of its rules',
    handler: () => denied(refusal, { verdict: 'refused', bonds: [], rules: ['links-known', 'miimon-is-text'] }),
    labels: 'verdict="refused",reason="links-known",dry_run="false"',
  },
  {
    name: 'later than at once',
    handler: async () => {
      await new Promise(setImmediate)
      return untouched('no-label')
    },
    labels: 'verdict="untouched",reason="no-label",dry_run="false"',
  },
]
for (const { name, handler, change, labels } of outcomes) {
  t.test(`an admission counts once: ${name}`, async t => {
    const series = await seriesAfter(t, handler, { body: reviewOf(change) })
    const counted = [...series].filter(([key]) => key.startsWith('bond_injector_admissions_total'))
    t.same(counted, [[admissions(labels), 1]])
    t.equal(series.get('bond_injector_admission_duration_seconds_count{endpoint="/mutate/pods"}'), 1)
    t.equal(series.get('bond_injector_admissions_in_flight'), 0)
  })
}

t.test('each rule that spoke is counted, whatever came of it', async t => {
  const rules = ['links-known', 'miimon-is-text']
  const series = await seriesAfter(t, () => denied(refusal, { verdict: 'refused', bonds: [], rules }), {
    body: reviewOf(),
  })
  for (const rule of rules) {
    const key = `bond_injector_admission_rules_total{endpoint="/mutate/pods",verdict="refused",rule="${rule}"}`
    t.equal(series.get(key), 1)
  }
})

t.test('buckets fit milliseconds: half a millisecond to five seconds', async t => {
  const series = await seriesAfter(t, () => untouched('no-label'), { body: reviewOf() })
  const bounds = [...series.keys()].flatMap(key => /_seconds_bucket\{le="([\d.]+)"/.exec(key)?.[1] ?? [])
  t.equal(bounds[0], '0.0005')
  t.equal(bounds.at(-1), '5')
})

const failures: readonly { name: string; handler?: Handler; call: Call; labels: string }[] = [
  { name: 'not JSON', call: { body: '{' }, labels: 'code="400",reason="BadRequest"' },
  { name: 'not an AdmissionReview', call: { body: '{}' }, labels: 'code="400",reason="BadRequest"' },
  { name: 'a path that is no URL', call: { path: '/%zz' }, labels: 'code="400",reason="BadRequest"' },
  { name: 'another path', call: { path: '/mutate/pod' }, labels: 'code="404",reason="NotFound"' },
  { name: 'another method', call: { method: 'GET' }, labels: 'code="405",reason="MethodNotAllowed"' },
  {
    name: 'too large',
    call: { body: Buffer.alloc(8 * 1024 * 1024 + 1, 0x20) },
    labels: 'code="413",reason="RequestEntityTooLarge"',
  },
  {
    name: 'another content type',
    call: { body: reviewOf(), headers: { 'content-type': 'text/plain' } },
    labels: 'code="415",reason="UnsupportedMediaType"',
  },
  {
    name: 'a defect of ours',
    handler: () => {
      throw new Error('a defect')
    },
    call: { body: reviewOf() },
    labels: 'code="500",reason="InternalError"',
  },
  {
    name: 'a look-up that nobody answered',
    handler: () => Promise.reject(new UnansweredLookUp('demo/bond-net1 could not be looked up')),
    call: { body: reviewOf() },
    labels: 'code="503",reason="ServiceUnavailable"',
  },
]
for (const { name, handler, call, labels } of failures) {
  t.test(`a failed request counts once, and is no admission: ${name}`, async t => {
    const series = await seriesAfter(t, handler ?? (() => untouched('no-label')), call)
    const failed = [...series].filter(
      ([key, value]) => key.startsWith('bond_injector_requests_failed_total') && value !== 0,
    )
    t.same(failed, [[`bond_injector_requests_failed_total{${labels}}`, 1]])
    t.notOk([...series.keys()].some(key => key.startsWith('bond_injector_admissions_total')))
    t.equal(series.get('bond_injector_admissions_in_flight'), 0)
  })
}

t.test('the failures that matter are there before the first one, so that it is an increase', async t => {
  const series = await seriesAfter(t, () => untouched('no-label'))
  for (const [code, reason] of [
    [400, 'BadRequest'],
    [500, 'InternalError'],
    [503, 'ServiceUnavailable'],
  ] as const) {
    t.equal(series.get(`bond_injector_requests_failed_total{code="${code}",reason="${reason}"}`), 0)
  }
})

t.test('what is being decided now', async t => {
  const entered = Promise.withResolvers<undefined>()
  const finish = Promise.withResolvers<undefined>()
  const webhook = await startWebhook(t, async () => {
    entered.resolve(undefined)
    await finish.promise
    return untouched('no-label')
  })
  const answer = webhook.call({ body: reviewOf() })
  await entered.promise
  t.equal((await scrape(webhook)).series.get('bond_injector_admissions_in_flight'), 1)
  finish.resolve(undefined)
  await answer
  t.equal((await scrape(webhook)).series.get('bond_injector_admissions_in_flight'), 0)
})

t.test('nobody can invent values of labels', async t => {
  const webhook = await startWebhook(t, () => untouched('no-label'))
  for (let each = 0; each < 20; each++) {
    const own = `own-${each}`
    const kind = { group: own, version: own, kind: own }
    await webhook.call({ body: reviewOf({ uid: own, name: own, namespace: own, kind, subResource: own }) })
    await webhook.call({ path: `/${own}`, body: reviewOf() })
    await webhook.call({ path: `/mutate/pods?timeout=${own}`, body: reviewOf() })
    await webhook.call({ body: reviewOf(), headers: { 'content-type': own } })
    await webhook.call({ method: 'PATCH', body: reviewOf({ operation: own }) })
  }
  const scraped = await scrape(webhook)
  t.same(labelValues(scraped, 'endpoint'), ['/mutate/pods'])
  t.same(labelValues(scraped, 'verdict'), ['untouched'])
  t.same(
    labelValues(scraped, 'reason').filter(reason => reason.startsWith('own')),
    [],
  )
  t.same(labelValues(scraped, 'code'), ['400', '404', '405', '415', '500', '503'])
  t.notOk([...scraped.series.keys()].some(key => key.includes('own-')))
})
