import { decodeGo, goString, goStruct } from '../../go-decode.ts'
import type { Plugin } from '../../cni-config.ts'
import { rule } from '../rule.ts'

export default rule({
  id: 'cni-version-without-ipam',
  object: 'network',
  severity: 'error',
  certainty: 'refused-at-add',
  summary: 'a bond or an SR-IOV network without IPAM has a cniVersion',
  why: 'A missing or empty version is read as 0.1.0, and a result of that version must have an address. Without IPAM there is none, so ADD does all of its work and then fails: "cannot convert: no valid IP addresses". DEL of SR-IOV CNI fails as well.',
  sources: [
    'k8snetworkplumbingwg/multus-cni issue 1303',
    'containernetworking/cni pkg/types/020',
    'run: bond-cni 258926a',
  ],
  examples: {
    bad: [
      { without: ['cniVersion'] },
      '"cniVersion": ""',
      '"cniVersion": "", "ipam": {"type": ""}',
      {
        config: '{"type": "sriov", "name": "sriovnet1"}',
        annotations: { 'k8s.v1.cni.cncf.io/resourceName': 'openshift.io/port0' },
      },
    ],
    good: [
      '"cniVersion": "0.3.1"',
      '"cniVersion": "0.4.0"',
      '"cniVersion": "", "ipam": {"type": "static", "addresses": [{"address": "10.0.0.5/24"}]}',
      '{"type": "macvlan", "name": "oam"}',
    ],
  },
  check({ config }, report) {
    // With a wrong type somewhere in it nobody gets so far.
    if (config.kind !== 'plugins' || config.problems.length > 0) return
    const plugin = config.plugins.find(each => needsVersion(each) && each.cniVersion.value === '' && !hasIpam(each))
    if (!plugin) return
    const found = 'missing or empty, and without ipam ADD fails in the end (cannot convert: no valid IP addresses)'
    report(plugin.cniVersion.place, found, 'Add "cniVersion": "0.3.1"', { reason: 'FieldValueRequired' })
  },
})

function needsVersion({ type }: Plugin): boolean {
  return type === 'bond' || type === 'sriov'
}

const conf = goStruct('types.PluginConf', { ipam: goStruct('types.IPAM', { type: goString }) })

function hasIpam({ received }: Plugin): boolean {
  return decodeGo(received, conf).value.ipam.type !== ''
}
