import t from 'tap'
import { readNetwork } from '../../../../src/bonding/network.ts'
import { createJudge } from '../../../../src/bonding/rules/judge.ts'

const judge = createJudge(new Map())

function told(config: string) {
  const definition = { metadata: { name: 'ipvlan1', namespace: 'demo' }, spec: { config } }
  return judge
    .networks([readNetwork(definition)], 'demo')
    .filter(({ rule }) => rule.startsWith('cni-version'))
    .map(({ rule, certainty }) => [rule, certainty])
}

const spelledOnce = [['cni-version-spelled-once', 'silently-defeated']]
const supported = [['cni-version-supported', 'refused-at-load']]

const cases: readonly { name: string; config: string; expected: readonly (readonly string[])[] }[] = [
  {
    name: 'ADD reads the one spelling, and DEL stumbles over the other: it is loaded',
    config: '{"cniversion":"0.3.1","cniVersion":"v1","name":"n","type":"ipvlan"}',
    expected: spelledOnce,
  },
  {
    name: 'the same with numbers, which DEL compares and no more',
    config: '{"cniversion":"0.3.1","cniVersion":"7.7","name":"n","type":"ipvlan"}',
    expected: [],
  },
  {
    name: 'in a list, one plugin reads the version of the list: refused at once',
    config: '{"cniVersion":"v1","name":"n","plugins":[{"type":"ipvlan","cniversion":"0.3.1"},{"type":"tuning"}]}',
    expected: supported,
  },
  { name: 'one spelling', config: '{"cniVersion":"v1","name":"n","type":"ipvlan"}', expected: supported },
]
for (const { name, config, expected } of cases) t.test(name, async t => t.strictSame(told(config), expected))
