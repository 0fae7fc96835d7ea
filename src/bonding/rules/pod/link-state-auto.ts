import { rule } from '../rule.ts'
import { onePerNetwork, sriovLinks } from './fed-links.ts'

const networks = 'sriovnet1@net1,sriovnet2@net2'
const link = (state: string) => ({
  with: `"link_state": "${state}"`,
  annotations: { 'k8s.v1.cni.cncf.io/resourceName': 'openshift.io/port0' },
})

export default rule({
  id: 'link-state-auto',
  object: 'pod',
  severity: 'error',
  certainty: 'silently-defeated',
  summary: 'the carrier of a link of a bond follows the physical port',
  why: 'The bond sees a dead link by its carrier. With enable the carrier is always up, and the bond keeps a link whose cable is pulled; with disable the link is never up. The documentation of OpenShift asks for auto, the default.',
  sources: ['openshift/openshift-docs modules/nw-sriov-cfg-bond-interface-with-virtual-functions.adoc'],
  examples: {
    bad: [
      { networks, definitions: { sriovnet1: link('enable') } },
      { networks, definitions: { sriovnet1: link('disable') } },
    ],
    good: [{ networks, definitions: { sriovnet1: link('auto') } }],
  },
  check(pod, report) {
    for (const bond of pod.bonds) {
      for (const { network, settings } of onePerNetwork(sriovLinks(pod, bond))) {
        const { link_state: state } = settings
        if (state !== 'enable' && state !== 'disable') continue
        const what = state === 'enable' ? 'never notices that this link is dead' : 'never gets this link up'
        const options = { on: network, reveals: [bond.network, network] }
        report(
          network.field('link_state'),
          `${state}, so that ${bond.attachment.text} ${what}`,
          'Write "auto", or take it out',
          options,
        )
      }
    }
  },
})
