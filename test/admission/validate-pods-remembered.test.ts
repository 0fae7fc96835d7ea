import fc from 'fast-check'
import t from 'tap'
import { validatePods } from '../../src/admission/validate-pods.ts'
import { createAdmittedJudge } from '../../src/bonding/admitted-verdict.ts'
import { defaultPolicy } from '../../src/bonding/policy.ts'
import { openshiftNetworks } from './openshift-networks.ts'

const judge = createAdmittedJudge(defaultPolicy)
const networks = 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0'
const status =
  '{"version":1,"bonds":[{"interface":"bond0","network":"demo/bond-net1","linksFrom":"discovery","links":[{"interface":"net1","network":"demo/sriovnet1"},{"interface":"net2","network":"demo/sriovnet2"}]}]}'

interface Shape {
  readonly name?: string
  readonly networks?: string
  readonly status?: string
  readonly count?: string
}

function podOf({ name = 'web-1', count = '1', ...annotations }: Shape) {
  const devices = { 'openshift.io/port0': count, 'openshift.io/port1': '1' }
  const given = { networks, status, ...annotations }
  return {
    metadata: {
      name,
      namespace: 'demo',
      labels: { 'bond-injector.io/bond': 'bond-net1' },
      annotations: { 'k8s.v1.cni.cncf.io/networks': given.networks, 'bond-injector.io/status': given.status },
    },
    spec: { containers: [{ name: 'app', resources: { requests: devices, limits: devices } }] },
  }
}

/** The handler, and how often it had to judge. */
function counted() {
  const judged = { times: 0 }
  const handler = validatePods((...args) => {
    judged.times++
    return judge(...args)
  }, openshiftNetworks)
  const validate = (shape: Shape, before?: Shape) => {
    const kind = { group: '', version: 'v1', kind: 'Pod' }
    const about = { uid: 'u', kind, subResource: '', name: '', namespace: 'demo', dryRun: false }
    const operation = before ? 'UPDATE' : 'CREATE'
    return handler({ ...about, operation, object: podOf(shape), oldObject: before ? podOf(before) : null }, 10_000)
  }
  return { judged, validate }
}

t.test('a pod that differs from an earlier one in its name only is not judged again', async t => {
  const { judged, validate } = counted()
  t.match(validate({ name: 'web-1' }), { kind: 'allowed', warnings: [] })
  t.match(validate({ name: 'web-2' }), { kind: 'allowed', warnings: [] })
  t.equal(judged.times, 1)
})

t.test('a refusal tells each pod its own name', async t => {
  const { validate } = counted()
  for (const name of ['web-1', 'web-2']) {
    t.match(validate({ name, networks: 'bond-net1@bond0' }), { kind: 'denied', refusal: { name } })
  }
})

t.test('a creation says nothing about an update, which is warned of', async t => {
  const { judged, validate } = counted()
  validate({})
  const after = validate({}, { networks: 'sriovnet1@net1' })
  t.match(after, { kind: 'allowed' })
  t.equal(judged.times, 2)
  t.not(after, validate({}))
})

t.test('whatever came before, the answer is that of a handler that remembers nothing', async t => {
  const { validate } = counted()
  const shapes = fc.record({
    name: fc.constantFrom('web-1', 'web-2'),
    networks: fc.constantFrom(networks, 'bond-net1@bond0', 'sriovnet2@net1,sriovnet1@net2,bond-net1@bond0', '['),
    status: fc.constantFrom(status, '', '{}'),
    count: fc.constantFrom('1', '2', '0'),
  })
  fc.assert(
    fc.property(shapes, shape => {
      t.same(validate(shape), counted().validate(shape))
    }),
    { seed: 20_260_102, numRuns: 200 },
  )
})
