import t from 'tap'
import { warningText } from '../../../src/bonding/layout.ts'
import { rules } from '../../../src/bonding/rules/catalogue.ts'
import { judgeExamples } from '../../../src/bonding/rules/judged-examples.ts'

// "Limit individual warning messages to 120 characters if possible" (Kubernetes documentation, admission webhooks).
// Names as in the examples of the rules are what people have.

const wished = 120

/** Rules whose warnings are longer, and what needs the room. */
const longer: Readonly<Record<string, string>> = {
  'links-by-discovery': 'the annotation to paste, with all networks',
  'foreign-network-exists': 'an element of the JSON form to paste, for a name with a namespace in it',
  'interface-renamed': 'an element of the JSON form to paste, with all that its author wrote',
  'links-on-one-resource': 'links on the annotation of the bond: the place names the bond',
  'devices-not-doubled': 'the place is a resource of a container; two causes, a fix each',
}

/** Rules about policies speak in files only, where no line is too long. */
const spoken = rules.filter(({ object, severity }) => object !== 'sriov-policy' && severity === 'warning')

for (const rule of spoken) {
  const warnings = judgeExamples(rule).bad.flatMap(({ findings }) => findings.map(warningText))
  const reason = longer[rule.id]
  t.test(`${rule.id}: ${reason ?? `at most ${wished} characters`}`, async t => {
    t.ok(warnings.length > 0)
    const lengths = warnings.map(text => text.length)
    if (reason === undefined) t.ok(Math.max(...lengths) <= wished, warnings.join('\n'))
    else t.ok(Math.max(...lengths) > wished, 'is an exception no more')
  })
}

t.test('there are no exceptions for rules that are gone', async t => {
  const ids = new Set(spoken.map(({ id }) => id))
  t.strictSame(
    Object.keys(longer).filter(id => !ids.has(id)),
    [],
  )
})

t.test('no warning is cut', async t => {
  for (const rule of spoken) {
    const texts = judgeExamples(rule).bad.flatMap(({ findings }) => findings.map(warningText))
    t.strictSame(
      texts.filter(text => text.includes(`... [bond-injector ${rule.id}]`)),
      [],
      rule.id,
    )
  }
})
