import { attachmentOf } from '../../planned-pod.ts'
import { rule } from '../rule.ts'
import { listed } from './listed.ts'
import { writesJson } from './pasted-text.ts'

const other =
  '{"cniVersion":"0.3.1","type":"bond","mode":"active-backup","failOverMac":1,"linksInContainer":true,"miimon":"100","links":[{"name":"a"},{"name":"b"}]}'

export default rule({
  id: 'link-provided',
  object: 'pod',
  severity: 'error',
  certainty: 'refused-at-add',
  summary: 'every link of a bond is an interface that an attachment provides',
  why: 'Bond CNI looks for each link in the pod by name: "failed to confirm that link (net1) exists, error: Link not found".',
  sources: ['k8snetworkplumbingwg/bond-cni bond/bond.go:282-320'],
  examples: {
    bad: [
      { networks: 'bond-net2@bond1', definitions: { 'bond-net2': other } },
      { networks: '[{"name":"bond-net2","interface":"bond1"}]', definitions: { 'bond-net2': other } },
    ],
    good: [
      {
        networks: 'sriovnet3@a,sriovnet4@b,bond-net2@bond1',
        definitions: {
          'bond-net2': other,
          sriovnet3: { annotations: { 'k8s.v1.cni.cncf.io/resourceName': 'openshift.io/port2' } },
          sriovnet4: { annotations: { 'k8s.v1.cni.cncf.io/resourceName': 'openshift.io/port3' } },
        },
      },
    ],
  },
  check(pod, report) {
    // The links of the selected bonds are added, or it is another finding that they are not known.
    for (const { attachment, network } of pod.bonds.filter(bond => !bond.selected)) {
      const missing = (network.linkNames ?? []).filter(link => !attachmentOf(pod, link))
      if (missing.length === 0) continue
      const offered = pod.attachments
        .filter(candidate => candidate !== attachment)
        .map(candidate => `${candidate.interface} (${candidate.text})`)
      report(
        attachment.place,
        `${attachment.text} expects ${missing.join(', ')}, and the pod has ${listed(offered) || 'no other attachment'}`,
        `Put ${missing.map(link => (writesJson(pod) ? `{"name":"<network>","interface":"${link}"}` : `<network>@${link}`)).join(',')} in front of it`,
        { reveals: [network], reason: 'FieldValueNotFound' },
      )
    }
  },
})
