import { networkText } from '../../network-key.ts'
import { rule } from '../rule.ts'
import { networksPlace } from './places.ts'
import { listText, setNetworks } from './pasted-text.ts'
import { problemsOf } from './problems.ts'

const bond =
  '{"cniVersion":"0.3.1","type":"bond","mode":"active-backup","failOverMac":1,"linksInContainer":true,"miimon":"100","links":[{"name":"net1"},{"name":"net2"}]}'

export default rule({
  id: 'comma-form-can-name',
  object: 'pod',
  severity: 'error',
  certainty: 'refused-at-add',
  essential: true,
  summary: 'a list in the comma form names no network with a dot in its name',
  why: 'Kubernetes allows dots in the name of a network attachment definition, the comma form of the networks annotation does not: only the JSON form can name it.',
  sources: ['k8snetworkplumbingwg/multus-cni pkg/k8sclient/k8sclient.go:180-225'],
  examples: {
    bad: [{ label: 'bond.net1', networks: 'sriovnet1@net1,sriovnet2@net2', definitions: { 'bond.net1': bond } }],
    good: [
      {
        label: 'bond.net1',
        networks: '[{"name":"sriovnet1","interface":"net1"},{"name":"sriovnet2","interface":"net2"}]',
        definitions: { 'bond.net1': bond },
      },
    ],
  },
  check(pod, report) {
    for (const { attachment } of problemsOf(pod, 'comma-form-can-name')) {
      const text = networkText(attachment, pod.pod.namespace)
      const found = `is a comma list, which cannot name ${text} (a dot in the name)`
      const list = listText(pod, pod.attachments)
      const fix =
        list === undefined ? 'Write the annotation as JSON: [{"name": "...", "interface": "..."}]' : setNetworks(list)
      report(networksPlace, found, fix)
    }
  },
})
