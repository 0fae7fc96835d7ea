import { rule } from '../rule.ts'
import { fedLinks } from './fed-links.ts'

const second =
  '{"cniVersion":"0.3.1","type":"bond","mode":"active-backup","failOverMac":1,"linksInContainer":true,"miimon":"100","links":[{"name":"net3"},{"name":"net4"}]}'
const port = (number: number) => ({ annotations: { 'k8s.v1.cni.cncf.io/resourceName': `openshift.io/port${number}` } })
const definitions = { 'bond-net2': second, sriovnet3: port(2), sriovnet4: port(3) }

export default rule({
  id: 'link-interface-explicit',
  object: 'pod',
  severity: 'warning',
  certainty: 'advice',
  off: true,
  summary: 'the links of a bond have names of their own',
  why: 'An element that somebody puts in front renumbers all names by position, and the bond takes the wrong interfaces or none. It is legal and documented, so the rule is off unless a site asks for it: --rule link-interface-explicit=warning.',
  sources: ['k8snetworkplumbingwg/multus-cni pkg/multus/multus.go:94-107'],
  examples: {
    bad: [{ networks: 'sriovnet1@net1,sriovnet2@net2,sriovnet3,sriovnet4,bond-net2@bond1', definitions }],
    good: [{ networks: 'sriovnet1@net1,sriovnet2@net2,sriovnet3@net3,sriovnet4@net4,bond-net2@bond1', definitions }],
  },
  check(pod, report) {
    for (const bond of pod.bonds) {
      for (const { link, feeder } of fedLinks(pod, bond)) {
        if (feeder.explicit) continue
        report(feeder.place, `${feeder.text} is ${link} by position`, `Write ${feeder.text}@${link}`)
      }
    }
  },
})
