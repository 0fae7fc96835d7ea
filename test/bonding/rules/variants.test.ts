import t from 'tap'
import { readNetwork } from '../../../src/bonding/network.ts'
import { formatPath, type Path } from '../../../src/bonding/place.ts'
import { rules } from '../../../src/bonding/rules/catalogue.ts'
import { networkOfExample } from '../../../src/bonding/rules/example-objects.ts'
import { createJudge } from '../../../src/bonding/rules/judge.ts'
import type { AnyRule } from '../../../src/bonding/rules/rule.ts'
import { parsed, type Variant, variants } from './config-variants.ts'

const judge = createJudge(new Map())

/** What they judge is what the variants change. */
const aboutSpelling = [
  ...['key-spelled-exactly', 'key-spelled-once', 'key-given-once', 'key-known', 'ifname-not-read'],
  'config-size',
]

type Definition = ReturnType<typeof networkOfExample>

function judged(definition: Definition): readonly { readonly rule: string; readonly path: Path }[] {
  return judge
    .networks([readNetwork(definition)], 'demo')
    .filter(({ rule }) => !aboutSpelling.includes(rule))
    .map(({ rule, place }) => ({ rule, path: place.path }))
}

function shown(found: readonly { readonly rule: string; readonly path: Path }[]): readonly string[] {
  return found.map(({ rule, path }) => `${rule} ${formatPath(path)}`).toSorted()
}

function examplesOf(
  rule: Exclude<AnyRule, { object: 'pod' | 'admitted-pod' | 'workload' | 'sriov-policy' }>,
): readonly Definition[] {
  const kind = rule.object === 'link-network' ? 'link' : 'bond'
  return [...rule.examples.bad, ...rule.examples.good].map(example => networkOfExample(example, kind))
}

/** The two forms of a config miss their type in different ways: a rule for each, and they look for the exact key. */
const aboutTheForm = ['type-present', 'plugin-type-present']

function applies({ name }: Variant, rule: AnyRule): boolean {
  return !(aboutTheForm.includes(rule.id) && /list|type and cniVersion/.test(name))
}

for (const rule of rules) {
  if (aboutSpelling.includes(rule.id)) continue
  if (rule.object === 'pod' || rule.object === 'admitted-pod') continue
  if (rule.object === 'workload' || rule.object === 'sriov-policy') continue
  t.test(`${rule.object}: ${rule.id}`, async t => {
    const examples = examplesOf(rule).flatMap(definition => {
      const config = parsed(definition.spec?.config ?? '')
      return config ? [{ definition, config, found: judged(definition) }] : []
    })
    for (const variant of variants.filter(each => applies(each, rule))) {
      const applicable = examples.flatMap(({ definition, config, found }) => {
        // Of a network that is no bond the first plugin counts.
        if (/behind another/.test(variant.name) && readNetwork(definition).kind === 'link') return []
        const text = variant.of(config)
        return text === undefined ? [] : [{ definition: { ...definition, spec: { config: text } }, config, found }]
      })
      if (applicable.length === 0) continue
      t.strictSame(
        applicable.map(({ definition }) => [definition.spec.config, shown(judged(definition))]),
        applicable.map(({ definition, config, found }) => [
          definition.spec.config,
          shown(found.map(each => ({ ...each, path: variant.moved(each.path, config) }))),
        ]),
        variant.name,
      )
    }
  })
}

t.test('every variant applies to most bond rules', async t => {
  const aboutLists = ['bond-once-in-list', 'bond-first-in-list', 'one-interface-plugin', 'keys-inside-plugin']
  const ofBonds = rules.filter(rule => rule.object === 'bond-network').filter(({ id }) => !aboutLists.includes(id))
  for (const variant of variants) {
    const reached = ofBonds.filter(rule =>
      examplesOf(rule).some(({ spec }) => {
        const config = parsed(spec?.config ?? '')
        return config && variant.of(config) !== undefined
      }),
    )
    t.ok(reached.length >= ofBonds.length - 1, `${variant.name}: ${reached.length} of ${ofBonds.length}`)
  }
})
