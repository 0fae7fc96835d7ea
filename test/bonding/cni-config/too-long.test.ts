import t from 'tap'
import { longestConfig, readCniConfig } from '../../../src/bonding/cni-config.ts'
import { createNetworkJudge } from '../../../src/bonding/network-verdict.ts'
import { NetworkTable } from '../../../src/bonding/network-table.ts'
import { readNetwork, type NetworkAttachmentDefinition } from '../../../src/bonding/network.ts'
import { createPlanner } from '../../../src/bonding/plan.ts'
import { readPod } from '../../../src/bonding/pod.ts'
import { defaultPolicy } from '../../../src/bonding/policy.ts'
import { bond, podOf, sriov } from '../scene.ts'

const padded = (config: string, length: number) => config.slice(0, -1).padEnd(length - 1) + config.slice(-1)
const grown = (definition: NetworkAttachmentDefinition, length: number): NetworkAttachmentDefinition => ({
  ...definition,
  spec: { config: padded(definition.spec?.config ?? '', length) },
})
const macvlan = {
  metadata: { namespace: 'demo', name: 'wide' },
  spec: { config: '{"cniVersion":"1.0.0","type":"macvlan"}' },
}
const links = [sriov('sriovnet1'), sriov('sriovnet2')]
const ofBond = bond('bond-net1', ['net1', 'net2'], { links: 'sriovnet1,sriovnet2' })

t.test('a config is read up to a length, and not at all beyond it', async t => {
  const config = '{"cniVersion":"1.0.0","type":"bond"}'
  t.match(readCniConfig(padded(config, longestConfig), 'x'), { kind: 'plugins', plugins: [{ type: 'bond' }] })
  const beyond = readCniConfig(padded(config, longestConfig + 1), 'x')
  t.strictSame(beyond, { kind: 'unreadable', problems: [], mentions: ['bond'], tooLong: longestConfig + 1 })
})

function verdictOn(definitions: readonly NetworkAttachmentDefinition[], networks?: string) {
  const pod = readPod(podOf(networks === undefined ? {} : { networks }), 'demo')
  if (!pod) throw new Error('no pod')
  return createPlanner(defaultPolicy)(pod, new NetworkTable(definitions.map(readNetwork)))
}

const refused = [{ rule: 'config-size', message: '40000 characters long, and bond-injector reads at most 32768' }]
for (const { name, definitions } of [
  { name: 'the bond', definitions: [...links, grown(ofBond, 40_000)] },
  { name: 'a link', definitions: [...links.slice(1), ofBond, grown(sriov('sriovnet1'), 40_000)] },
]) {
  t.test(`a pod is refused for the length of the config of ${name}`, async t => {
    const verdict = verdictOn(definitions)
    t.match(verdict, { kind: 'refused', errors: refused })
  })
}

t.test('a network beside the bond may have any size', async t => {
  t.match(verdictOn([...links, ofBond, grown(macvlan, 900_000)], 'wide@oam'), { kind: 'planned' })
})

t.test('/validate/networks and lint say it of the network itself, once', async t => {
  const judge = createNetworkJudge(defaultPolicy, 'documented')
  const network = readNetwork(grown(ofBond, 40_000))
  t.match(judge(network), { errors: refused })
})
