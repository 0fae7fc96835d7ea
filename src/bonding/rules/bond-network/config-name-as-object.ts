import { rule } from '../rule.ts'

export default rule({
  id: 'config-name-as-object',
  object: 'bond-network',
  severity: 'warning',
  certainty: 'advice',
  off: true,
  summary: 'the name inside the config is that of the object',
  why: 'Errors of Multus and the files of IPAM plugins use the name inside. A quarter of the published configs have another one, so the rule is off unless a site asks for it: --rule config-name-as-object=warning.',
  sources: [],
  examples: { bad: ['"name": "production"'], good: ['"name": "bond-net1"', { without: ['name'] }, '"name": ""'] },
  check(bond, report) {
    const { configName, reference, config } = bond
    if (!configName || configName === reference.name || config.kind !== 'plugins') return
    report(config.name?.place ?? bond.field('name'), 'not that of the object', `Write "${reference.name}"`)
  },
})
