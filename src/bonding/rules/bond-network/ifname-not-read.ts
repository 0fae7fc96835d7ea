import { goFold } from '../../go-fold.ts'
import { rule } from '../rule.ts'
import { placeOfMember, writtenMembers } from './own-keys.ts'

export default rule({
  id: 'ifname-not-read',
  object: 'bond-network',
  severity: 'warning',
  certainty: 'advice',
  summary: 'the name of the interface is not in the config',
  why: 'Bond CNI once had this key, and half of all published configs still do. Multus gives the interface its name: what stands behind the @ in the networks annotation, which is bond0 for a pod with the label.',
  sources: ['k8snetworkplumbingwg/bond-cni issue 32, pull request 35'],
  examples: {
    bad: ['"ifname": "bond0"', '"ifName": "bond1"'],
    good: ['"linksInContainer": true'],
  },
  check(bond, report) {
    const member = writtenMembers(bond).find(({ key }) => goFold(key.value) === goFold('ifname'))
    if (!member) return
    const { value } = member
    const name = value.kind === 'string' && /^[\w.-]{1,15}$/.test(value.value) ? value.value : 'bond0'
    report(placeOfMember(bond, member), 'not read', `Name it in the pod: ${bond.reference.name}@${name}`)
  },
})
