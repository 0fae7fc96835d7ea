import t from 'tap'
import type { Path } from '../../src/bonding/place.ts'
import { sriovNetworkPlace } from '../../src/manifests/sriov-network-config.ts'

const resourceName = 'k8s.v1.cni.cncf.io/resourceName'
const config = ['spec', 'config']
const cases: readonly { name: string; rendered: Path; written: Path }[] = [
  { name: 'a field of the same name', rendered: [...config, 'vlan'], written: ['spec', 'vlan'] },
  { name: 'a field of another spelling', rendered: [...config, 'spoofchk'], written: ['spec', 'spoofChk'] },
  { name: 'a field of another name', rendered: [...config, 'link_state'], written: ['spec', 'linkState'] },
  { name: 'a part of a text', rendered: [...config, 'ipam', 'type'], written: ['spec', 'ipam', 'type'] },
  { name: 'the name', rendered: [...config, 'name'], written: ['metadata', 'name'] },
  { name: 'what the operator puts there itself', rendered: [...config, 'cniVersion'], written: ['spec'] },
  { name: 'the whole config', rendered: config, written: ['spec'] },
  { name: 'the first plugin of a list', rendered: [...config, 'plugins', 0, 'trust'], written: ['spec', 'trust'] },
  { name: 'a further plugin', rendered: [...config, 'plugins', 1, 'type'], written: ['spec', 'metaPlugins'] },
  { name: 'all plugins', rendered: [...config, 'plugins'], written: ['spec'] },
  { name: 'the resource', rendered: ['metadata', 'annotations', resourceName], written: ['spec', 'resourceName'] },
  {
    name: 'another annotation',
    rendered: ['metadata', 'annotations', 'x'],
    written: ['metadata', 'annotations', 'x'],
  },
  { name: 'the name of the object', rendered: ['metadata', 'name'], written: ['metadata', 'name'] },
]
for (const { name, rendered, written } of cases) {
  t.test(`the place of ${name}`, async t => {
    t.strictSame(sriovNetworkPlace({ path: rendered, span: { start: 1, end: 2 } }), { path: written })
  })
}
