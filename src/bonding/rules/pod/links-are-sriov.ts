import type { Network } from '../../network.ts'
import { attachmentOf } from '../../planned-pod.ts'
import { rule } from '../rule.ts'
import { askedAt } from './places.ts'

const macvlan = { macvlan: '{"cniVersion":"0.3.1","type":"macvlan"}' }

export default rule({
  id: 'links-are-sriov',
  object: 'pod',
  severity: 'error',
  certainty: 'documented',
  summary: 'the links of a bond are SR-IOV attachments',
  why: 'The documentation of OpenShift supports virtual functions only. It is no technical limit: links of type macvlan and host-device are published and work, so a site may lower this rule.',
  sources: ['openshift/openshift-docs modules/nw-sriov-cfg-bond-interface-with-virtual-functions.adoc'],
  examples: {
    bad: [
      { networks: 'macvlan@net1,sriovnet2@net2', definitions: macvlan },
      { networks: 'macvlan,sriovnet1,sriovnet2,bond-net1@bond0', definitions: macvlan },
    ],
    good: ['sriovnet1@net1,sriovnet2@net2', { networks: 'macvlan@oam0', definitions: macvlan }],
  },
  check(pod, report) {
    for (const { network: bond, attachment } of pod.bonds) {
      for (const link of bond.linkNames ?? []) {
        const feeder = attachmentOf(pod, link)
        if (!feeder?.network || feeder === attachment || isSriov(feeder.network)) continue
        const { place, options } = askedAt(pod, feeder)
        report(
          place,
          `link ${link} of ${attachment.text} is ${feeder.text}, of type ${typeOf(feeder.network)}`,
          `Attach an SR-IOV network as ${link}`,
          { ...options, reveals: [bond, feeder.network], reason: 'FieldValueNotSupported', orLower: true },
        )
      }
    }
  },
})

/** InfiniBand functions are SR-IOV too, and bond in mode active-backup. */
function isSriov(network: Network): boolean {
  return network.kind === 'link' && (network.type === 'sriov' || network.type === 'ib-sriov')
}

function typeOf(network: Network): string {
  if (network.kind === 'bond') return 'bond'
  return network.type ?? 'unknown (its config cannot be read here)'
}
