import { rule } from '../rule.ts'
import { placeOf, problemsOf, said } from './problems.ts'

export default rule({
  id: 'network-name-legal',
  object: 'network',
  severity: 'error',
  certainty: 'refused-at-load',
  summary: 'the name inside the config has letters, digits, "_", "." and "-" only',
  why: 'libcni checks it before ADD, every plugin at ADD and DEL. It must begin with a letter or a digit, and need not be the name of the object.',
  sources: ['containernetworking/cni pkg/utils/utils.go:27-56', 'containernetworking/cni pkg/skel/skel.go:226'],
  examples: {
    bad: [
      '"name": "bond net"',
      '"name": "demo/bond-net1"',
      '"name": "_bond"',
      '"name": "bönd"',
      '"name": "bond-net1\\n"',
    ],
    good: ['"name": "bond-net1"', '"name": "9.Bond_net-1"'],
  },
  check(network, report) {
    for (const problem of problemsOf(network, 'name-characters')) {
      const found = `${problem.found ?? 'the name'} has characters that CNI refuses in the name of a network ${said(problem)}`
      const fix = 'Use letters, digits, "_", "." and "-", with a letter or digit first, or take "name" out'
      report(placeOf(problem), found, fix)
    }
  },
})
