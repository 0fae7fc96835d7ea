import t from 'tap'
import { memberOf } from './json-member.ts'
import { networksOf, onlyWeb, registerOther, rewriting, sendPod, type Beside } from './other-webhook.ts'
import { registeredInjector } from './registered-injector.ts'
import { sharedCluster } from './shared-cluster.ts'
import { storedNetworks } from './stored-networks.ts'

// As the chart registers it: whatever a later webhook changes, ours is called once more.
const cluster = sharedCluster()
const namespace = 'reinvocation'
const fields = { reinvocationPolicy: 'IfNeeded' }
await registeredInjector(t, cluster, namespace, { validates: ['pods'], fields })
const networks = storedNetworks(cluster, namespace)
await networks.createBondAndLinks()
const all = 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0'
const pinned = { 'bond-injector.io/links': 'sriovnet1,sriovnet2' }
const devices = { 'openshift.io/port0': '1', 'openshift.io/port1': '1' }

const mended: readonly ({ readonly name: string } & Pick<Beside, 'patch'>)[] = [
  { name: 'takes the bond out of the list', patch: rewriting(list => list.replace(',bond-net1@bond0', '')) },
  { name: 'drops the name of the bond', patch: rewriting(list => list.replace('@bond0', '')) },
  { name: 'takes the devices out', patch: onlyWeb([{ op: 'remove', path: '/spec/containers/0/resources' }]) },
]

for (const { name, patch } of mended) {
  t.test(`what a later webhook broke is mended when ours is called again: it ${name}`, async t => {
    await registerOther(t, cluster, namespace, { when: 'after', patch })
    const { status, object } = await sendPod(cluster, namespace, pinned)
    t.equal(status, 201, String(memberOf(object, 'message')))
    t.equal(networksOf(object), all)
    t.match(memberOf(object, 'spec', 'containers', 0, 'resources'), { requests: devices, limits: devices })
  })
}

t.test('what cannot be mended without reshuffling is refused, and the refusal names the later webhook', async t => {
  const patch = rewriting(list => list.split(',').toSorted().join(','))
  await registerOther(t, cluster, namespace, { when: 'after', patch })
  const { status, object } = await sendPod(cluster, namespace, pinned)
  t.equal(status, 422)
  t.match(
    memberOf(object, 'message'),
    /bond-net1 comes before its links net1, net2\. Find it with `kubectl get mutating/,
  )
})
