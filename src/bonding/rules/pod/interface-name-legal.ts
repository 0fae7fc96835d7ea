import { interfaceNameProblem } from '../../interface-name.ts'
import { rule } from '../rule.ts'
import { askedAt } from './places.ts'

const list = (name: string) =>
  `[{"name":"sriovnet1","interface":"net1"},{"name":"sriovnet2","interface":"net2"},{"name":"bond-net1","interface":"${name}"}]`

export default rule({
  id: 'interface-name-legal',
  object: 'pod',
  severity: 'error',
  certainty: 'refused-at-add',
  summary: 'an interface name is one that libcni and the kernel accept',
  why: 'Multus checks names in the comma form only. libcni refuses at ADD what is longer than 15 bytes, is "." or "..", or holds a slash, a colon or a blank; the kernel makes no link called all or default, and takes a percent sign for a pattern.',
  sources: ['containernetworking/cni pkg/utils/utils.go:65-82', 'run: Linux 6.12'],
  examples: {
    bad: [
      list('averyveryverylongname'),
      list('bond:0'),
      list('bond 0'),
      list('.'),
      list('all'),
      'sriovnet1@net1,sriovnet2@net2,bond-net1@bond%d',
    ],
    good: [list('bond0'), list('Bond_0')],
  },
  check(pod, report) {
    const listed = pod.defaultNetwork ? [pod.defaultNetwork, ...pod.attachments] : pod.attachments
    for (const attachment of listed) {
      const { interface: name, text } = attachment
      const problem = interfaceNameProblem(name)
      if (!problem) continue
      const said = problem.upstream === '' ? '' : ` (${problem.by}: ${problem.upstream})`
      const found = `calls ${text} ${JSON.stringify(name)}, and that ${problem.reason}${said}`
      const { place, options } = askedAt(pod, attachment)
      report(place, found, 'Use at most 15 letters, digits, "-", "_" or "."', options)
    }
  },
})
