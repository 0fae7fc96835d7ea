import { rule } from '../rule.ts'
import { placeOf, problemsOf, said } from './problems.ts'

export default rule({
  id: 'cni-key-type',
  object: 'network',
  severity: 'error',
  certainty: 'refused-at-load',
  summary: 'the keys that every CNI config shares have the right types',
  why: 'Multus decodes cniVersion, name, type, capabilities, ipam, dns and prevResult before any plugin runs, whether a plugin uses them or not; in a plugin list those of every plugin. libcni reads a few keys of the list itself.',
  sources: [
    'containernetworking/cni pkg/types/types.go PluginConf',
    'k8snetworkplumbingwg/multus-cni pkg/types/conf.go:51,252',
  ],
  examples: {
    bad: [
      '"cniVersion": 0.3',
      '"name": 1',
      '"ipam": "host-local"',
      '"ipam": []',
      '"ipam": {"type": 1}',
      '"capabilities": {"ips": "true"}',
      '"capabilities": ["ips"]',
      '"dns": {"nameservers": "10.0.0.1"}',
      '"prevResult": 1',
      '{"type": 1}',
      '{"plugins": {"type": "bond"}}',
      '{"cniVersion": "0.3.1", "name": "l", "disableCheck": "yes", "plugins": [{"type": "tuning"}]}',
    ],
    good: [
      '"capabilities": {"ips": true}',
      '"ipam": {"type": ""}',
      '"dns": {"nameservers": []}, "ipam": null',
      '{"cniVersion": "0.3.1", "name": "l", "disableCheck": true, "plugins": [{"type": "tuning"}]}',
    ],
  },
  check(network, report) {
    for (const problem of problemsOf(network, 'wrong-type')) {
      const { found = 'this', expected = 'another type' } = problem
      report(
        placeOf(problem),
        `${found}, where ${expected} is needed ${said(problem)}`,
        fixes[expected] ?? `Write ${expected}`,
      )
    }
  },
})

const fixes: Readonly<Record<string, string>> = {
  text: 'Write text, in double quotes',
  'true or false': 'Write true or false, without quotes',
  'an object': 'Write an object, in { }, or take the key out',
  'an object of true and false values': 'Write an object like {"ips": true}',
  'a list of texts': 'Write a list of texts, like ["10.0.0.1"]',
  'a list of objects': 'Write a list, like [{"type": "bond", ...}]',
}
