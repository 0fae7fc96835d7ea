import { rule } from '../rule.ts'

const second =
  '{"cniVersion":"0.3.1","type":"bond","mode":"active-backup","failOverMac":1,"linksInContainer":true,"miimon":"100","links":[{"name":"a"},{"name":"b"}]}'
const port = (number: number) => ({ annotations: { 'k8s.v1.cni.cncf.io/resourceName': `openshift.io/port${number}` } })
const definitions = { 'bond-net2': second, sriovnet3: port(2), sriovnet4: port(3) }

export default rule({
  id: 'bond-interface-explicit',
  object: 'pod',
  severity: 'warning',
  certainty: 'advice',
  off: true,
  summary: 'a bond that the pod lists itself has a name of its own',
  why: 'A name by position changes when somebody puts an element in front. It is legal and documented, so the rule is off unless a site asks for it: --rule bond-interface-explicit=warning.',
  sources: ['k8snetworkplumbingwg/multus-cni pkg/multus/multus.go:94-107'],
  examples: {
    bad: [{ networks: 'sriovnet3@a,sriovnet4@b,bond-net2', definitions }],
    good: [{ networks: 'sriovnet3@a,sriovnet4@b,bond-net2@bond1', definitions }],
  },
  check(pod, report) {
    for (const { attachment } of pod.bonds) {
      if (attachment.explicit) continue
      const { text, interface: name, place } = attachment
      report(place, `${text} is ${name} by position`, `Write ${text}@bond1`)
    }
  },
})
