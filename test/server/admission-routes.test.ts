import t from 'tap'
import { allowed, denied, patched, untouched } from '../../src/admission/answer.ts'
import { reviewOf, startWebhook } from './running-webhook.ts'

const uid = '705ab4f5-6393-11e8-b7cc-42010a800002'

t.test('an answer is the AdmissionReview of the handler, with the uid of the question', async t => {
  const outcome = { verdict: 'injected', bonds: ['demo/bond-net1@bond0'], rules: ['links-by-discovery'] } as const
  const webhook = await startWebhook(t, () => patched([{ op: 'add', path: '/a', value: 1 }], outcome, ['a warning']))
  const answer = await webhook.call({ body: reviewOf() })
  t.equal(answer.status, 200)
  t.match(answer.headers['content-type'], /^application\/json/)
  t.same(JSON.parse(answer.body), {
    apiVersion: 'admission.k8s.io/v1',
    kind: 'AdmissionReview',
    response: {
      uid,
      allowed: true,
      patchType: 'JSONPatch',
      patch: Buffer.from('[{"op":"add","path":"/a","value":1}]').toString('base64'),
      warnings: ['a warning'],
      auditAnnotations: { verdict: 'injected', bonds: 'demo/bond-net1@bond0', rules: 'links-by-discovery' },
    },
  })
})

t.test('a handler may take its time', async t => {
  const webhook = await startWebhook(t, async () => {
    await new Promise(setImmediate)
    return untouched('no-label')
  })
  t.match((await webhook.call({ body: reviewOf() })).body, '"allowed":true')
})

t.test('one line for each admission: who, what, why, how long; nothing of the content', async t => {
  const outcome = { verdict: 'refused', bonds: [], rules: ['fail-over-mac-required'] } as const
  const webhook = await startWebhook(t, () =>
    denied({ message: 'm', kind: 'Pod', name: 'podbonding', causes: [] }, outcome),
  )
  const object = {
    metadata: { generateName: 'web-', labels: { key: 'SECRET' } },
    spec: { containers: [{ env: 'SECRET' }] },
  }
  await webhook.call({ body: reviewOf({ object, dryRun: true }) })
  t.equal(webhook.log.length, 1)
  const [line] = webhook.log
  const { time, ms, ...rest } = line ?? {}
  t.same(rest, {
    level: 30,
    kind: 'Pod',
    namespace: 'demo',
    generateName: 'web-',
    uid,
    operation: 'CREATE',
    dryRun: true,
    verdict: 'refused',
    bonds: [],
    rules: ['fail-over-mac-required'],
    msg: 'admission',
  })
  t.type(time, 'number')
  t.ok(typeof ms === 'number' && ms > 0 && ms < 60_000)
})

for (const fault of ['thrown', 'rejected'] as const) {
  t.test(`an exception of ours (${fault}) is a 500 with the uid logged, never an allowed pod`, async t => {
    const webhook = await startWebhook(t, request => {
      if (request.dryRun) return allowed({ verdict: 'unchanged', bonds: [], rules: [] })
      const error = new Error('cannot read properties of undefined')
      if (fault === 'rejected') return Promise.reject(error)
      throw error
    })
    const answer = await webhook.call({ body: reviewOf() })
    t.equal(answer.status, 500)
    t.same(JSON.parse(answer.body), {
      kind: 'Status',
      apiVersion: 'v1',
      status: 'Failure',
      code: 500,
      reason: 'InternalError',
      message: `internal error: the log has it under uid ${uid}`,
    })
    t.notMatch(answer.body, 'undefined', 'what went wrong inside stays inside')
    t.match(webhook.log, [
      {
        level: 50,
        msg: 'admission failed',
        uid,
        namespace: 'demo',
        err: { message: 'cannot read properties of undefined' },
      },
    ])
    t.equal((await webhook.call({ body: reviewOf({ dryRun: true }) })).status, 200, 'the server goes on')
  })
}

t.test('an answer that cannot be written is a 500 as well', async t => {
  const value = 10n
  const outcome = { verdict: 'injected', bonds: [], rules: [] } as const
  const webhook = await startWebhook(t, () => patched([{ op: 'add', path: '/a', value }], outcome))
  const answer = await webhook.call({ body: reviewOf() })
  t.equal(answer.status, 500)
  t.match(JSON.parse(answer.body), { code: 500, message: `internal error: the log has it under uid ${uid}` })
  t.match(webhook.log, [{ level: 50, uid }])
})

t.test('admissions that run at once keep their uids', async t => {
  const webhook = await startWebhook(t, async () => {
    await new Promise(setImmediate)
    return untouched('no-label')
  })
  const uids = Array.from({ length: 50 }, (_, index) => `uid-${index}`)
  const answers = await Promise.all(uids.map(each => webhook.call({ body: reviewOf({ uid: each }) })))
  const echoed = answers.map(({ body }) => (JSON.parse(body) as { response: { uid: string } }).response.uid)
  t.same(echoed, uids)
})
