import assert from 'node:assert/strict'
import { Agent } from 'node:https'
import fc from 'fast-check'
import t from 'tap'
import { isFields } from '../../src/bonding/json-fields.ts'
import { annotations, foreignAnnotations } from '../../src/bonding/keys.ts'
import { definition, openshift, podOf } from '../bonding/scene.ts'
import { cniConfigs } from '../fuzz/good-inputs.ts'
import { callServer, reviewOf } from '../server/running-webhook.ts'
import { startWholeWebhook } from './whole-webhook.ts'

/** Stands in what nobody but its owner may read. */
const marker = 'MARKER7Q'

const webhook = await startWholeWebhook(t, openshift)
const agent = new Agent({ keepAlive: true, maxSockets: 1 })
t.teardown(() => {
  agent.destroy()
})

/** A config with the marker in some places: as a value, as a key, within a value, or where it breaks the syntax. */
const markedConfig = fc
  .record({
    config: fc.constantFrom(...cniConfigs),
    puts: fc.array(fc.tuple(fc.nat(300), fc.constantFrom(marker, `"${marker}"`, `"${marker}":1,`)), { maxLength: 2 }),
    values: fc.boolean(),
  })
  .map(({ config, puts, values }) => {
    const marked = values ? config.replaceAll(/(": ?")[^"]*"/g, `$1${marker}"`) : config
    return puts.reduce((text, [at, put]) => text.slice(0, at) + put + text.slice(at), marked)
  })

const bondOf = (config: string) => config.replace(/"type": ?"[^"]*"/, '"type":"bond"')

/** Networks of one namespace whose owner has secrets in every place that text can stand. */
const markedNetworks = fc.record({
  bond: fc.oneof(markedConfig, markedConfig.map(bondOf)),
  link: markedConfig,
  resource: fc.constantFrom(marker, `example.com/${marker}`, `${marker} !`, ''),
  links: fc.constantFrom(undefined, `${marker},${marker}`, `[${marker}`, 'link,link'),
  ignore: fc.constantFrom(undefined, `${marker}: ${marker}`, `key-known: ${marker}`),
})

type Marked = typeof markedNetworks extends fc.Arbitrary<infer T> ? T : never

function publish(namespace: string, { bond, link, resource, links, ignore }: Marked): void {
  const own = { [annotations.links]: links, [annotations.ignore]: ignore, [foreignAnnotations.resourceName]: resource }
  const given = Object.fromEntries(
    Object.entries(own).flatMap(([key, text]) => (text === undefined ? [] : [[key, text]])),
  )
  webhook.put(definition('bond', bond, { namespace, annotations: given }))
  webhook.put(definition('link', link, { namespace, annotations: given }))
}

/** Pods of namespace demo that name the networks of that namespace in each way that there is. */
const podsNaming = (of: string) => [
  podOf({ label: '', annotations: { [annotations.bonds]: `${of}/bond@bond0` } }),
  podOf({ label: '', annotations: { [annotations.bonds]: `${of}/bond@bond0`, [annotations.links]: `${of}/link` } }),
  podOf({ networks: `${of}/link@net1,${of}/link@net2,${of}/bond@bond0` }),
  podOf({ networks: `${of}/link@net1`, annotations: { [foreignAnnotations.defaultNetwork]: `${of}/link` } }),
]

/** All that is said about these pods, but for what they get: to use a network is to request its resource by name. */
async function said(of: string): Promise<string> {
  const answers: unknown[] = []
  for (const path of ['/mutate/pods', '/validate/pods', '/validate/workloads']) {
    for (const pod of podsNaming(of)) {
      const workload = {
        kind: { group: 'apps', version: 'v1', kind: 'Deployment' },
        object: { metadata: {}, spec: { template: pod } },
      }
      const body = reviewOf(path === '/validate/workloads' ? workload : { object: pod })
      const { status, body: text } = await callServer({ port: webhook.port, ca: webhook.ca, agent, path, body })
      assert.equal(status, 200, text)
      answers.push(withoutPlan(JSON.parse(text)))
    }
  }
  return JSON.stringify(answers)
}

function withoutPlan(review: unknown): unknown {
  const response = isFields(review) ? review['response'] : undefined
  if (!isFields(response)) return response
  const warnings: readonly unknown[] = Array.isArray(response['warnings']) ? response['warnings'] : []
  return { ...response, patch: undefined, warnings: warnings.filter(text => !/: its pods get /.test(String(text))) }
}

t.test('what stands in networks of another namespace comes out in no refusal and no warning', async t => {
  let findings = 0
  const property = fc.asyncProperty(markedNetworks, async marked => {
    publish('other', marked)
    const text = await said('other')
    findings += text.split('[bond-injector ').length - 1
    assert.ok(!text.includes(marker), [...text.matchAll(/.{200}MARKER7Q.{80}/g)].join(' | '))
  })
  await fc.assert(property, { seed: 20261125, numRuns: 100 })
  t.ok(findings > 500, `${findings} times a rule had something to say`)
})

t.test('it could be seen: of networks of the own namespace it is quoted', async t => {
  let seen = 0
  const property = fc.asyncProperty(markedNetworks, async marked => {
    publish('demo', marked)
    if ((await said('demo')).includes(marker)) seen++
  })
  await fc.assert(property, { seed: 20261125, numRuns: 30 })
  t.ok(seen > 10, `in ${seen} of 30`)
})

t.test('contents of pods and networks are neither in the log nor in the metrics', async t => {
  const secrets = { env: [{ name: marker, value: marker }], command: [marker], image: marker }
  const spec = { containers: [{ name: 'app', ...secrets }], volumes: [{ secret: { secretName: marker } }] }
  const pods = [marker, `bond-net1@${marker} x`, '[{"name":"a","mac":"MARKER7Q"}]'].map(networks =>
    podOf({ networks, spec, annotations: { [marker]: marker, [annotations.links]: `${marker}!` } }),
  )
  for (const object of pods) await callServer({ port: webhook.port, ca: webhook.ca, agent, body: reviewOf({ object }) })
  const network = { kind: { group: 'k8s.cni.cncf.io', version: 'v1', kind: 'NetworkAttachmentDefinition' } }
  for (const config of ['{', `{"type":"${marker}"}`]) {
    const body = reviewOf({ ...network, object: definition('a', `${config}${marker}`) })
    await callServer({ port: webhook.port, ca: webhook.ca, agent, path: '/validate/networks', body })
  }
  t.ok(webhook.log.length > 1_000, 'a line for each')
  t.same(
    webhook.log.filter(line => line.includes(marker)),
    [],
  )
  t.notMatch(await webhook.metrics(), marker)
})
