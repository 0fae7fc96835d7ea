import t from 'tap'
import fc from 'fast-check'
import type { Finding } from '../../src/bonding/finding.ts'
import { readIgnore, reasonFor, sortOutIgnored, warningsOfIgnored } from '../../src/bonding/ignored.ts'
import { warningText } from '../../src/bonding/layout.ts'
import { rules } from '../../src/bonding/rules/catalogue.ts'
import { isFixed } from '../../src/bonding/rules/rule.ts'

const lowered = rules.filter(rule => !isFixed(rule)).map(({ id }) => id)

const readings: readonly { text: string; entries: readonly string[] }[] = [
  { text: '', entries: [] },
  { text: ' ; ;', entries: [] },
  { text: 'mode-supported: LACP lab', entries: ['0 mode-supported: LACP lab'] },
  { text: ' mode-supported :a: b ;\n vlans-equal:c;', entries: ['1 mode-supported: a: b', '25 vlans-equal: c'] },
  { text: 'mode-supported', entries: ['0 mode-supported: !gives no reason for mode-supported'] },
  { text: 'mode-suported: x', entries: ['0 mode-suported: !names "mode-suported", which is no rule'] },
  {
    text: 'mode-known: x',
    entries: ['0 mode-known: !names mode-known, which speaks of what Multus or a plugin refuses at once'],
  },
  {
    text: 'bond-to-choose: x; mode-supported: y',
    entries: [
      '0 bond-to-choose: !names bond-to-choose, without which there is nothing to inject',
      '19 mode-supported: y',
    ],
  },
]
for (const { text, entries } of readings) {
  t.test(`the annotation ${JSON.stringify(text)}`, async t => {
    t.strictSame(
      readIgnore(text).map(
        ({ start, rule, reason, problem }) => `${start} ${rule}: ${problem ? `!${problem.message}` : reason}`,
      ),
      entries,
    )
  })
}

t.test('a rule that stays an error cannot be set aside, any other can', async t => {
  for (const rule of rules) t.equal(reasonFor(rule.id, `${rule.id}: why`), isFixed(rule) ? undefined : 'why', rule.id)
})

t.test('what is written for several rules is read for each (property)', async t => {
  const reason = fc.stringMatching(/^[a-z:,.()]{0,20}[a-z]$/)
  const entries = fc.uniqueArray(fc.tuple(fc.constantFrom(...lowered), reason), {
    selector: ([id]) => id,
    maxLength: 8,
  })
  const blanks = fc.constantFrom('', ' ', '\n', ' ;')
  fc.assert(
    fc.property(entries, blanks, (written, blank) => {
      const text = written.map(([id, why]) => `${blank}${id}${blank.replace(';', '')}: ${why}${blank}`).join(';')
      return written.every(([id, why]) => reasonFor(id, text) === why)
    }),
    { seed: 7 },
  )
  t.pass()
})

function finding(rule: string, more: Partial<Finding> = {}): Finding {
  return {
    rule,
    severity: 'error',
    certainty: 'documented',
    object: { kind: 'NetworkAttachmentDefinition', namespace: 'demo', name: 'bond-net1' },
    place: { path: ['spec', 'config', 'mode'] },
    reason: 'FieldValueInvalid',
    message: 'is wrong',
    why: 'Because.',
    fix: 'Mend it',
    ...more,
  }
}

t.test('each object speaks for itself', async t => {
  const pod = finding('no-host-network', { object: { kind: 'Pod', namespace: 'demo', name: 'web' } })
  const found = [finding('mode-supported'), pod]
  const ofPod = sortOutIgnored(
    found,
    ({ kind }) => (kind === 'Pod' ? 'mode-supported: a; no-host-network: b' : undefined),
    'demo',
  )
  t.strictSame(ofPod.kept, [found[0]])
  t.strictSame(ofPod.ignored, [{ ...pod, ignoredFor: 'b' }])
})

t.test('a reader of another namespace learns that there is a reason, not which', async t => {
  const { ignored } = sortOutIgnored([finding('mode-supported')], () => 'mode-supported: a secret', 'other')
  const [told] = warningsOfIgnored(ignored).map(warningText)
  t.equal(
    told,
    'demo/bond-net1 spec.config.mode: does not refuse, as bond-injector.io/ignore says (the owner of demo/bond-net1 has a reason): is wrong. Mend it [bond-injector mode-supported]',
  )
})

t.test('what is told of it', async t => {
  const aside = (more: Partial<Finding> = {}) => ({ ...finding('mode-supported', more), ignoredFor: 'LACP lab' })
  t.test('an error is told once for each object, as a warning', async t => {
    const other = { kind: 'NetworkAttachmentDefinition', namespace: 'demo', name: 'bond-net2' } as const
    const told = warningsOfIgnored([aside(), aside({ message: 'is also wrong' }), aside({ object: other })])
    t.strictSame(
      told.map(({ severity, object, message }) => [severity, object.name, message]),
      [
        ['warning', 'bond-net1', 'does not refuse, as bond-injector.io/ignore says (LACP lab): is wrong'],
        ['warning', 'bond-net2', 'does not refuse, as bond-injector.io/ignore says (LACP lab): is wrong'],
      ],
    )
  })
  t.test('nothing of a warning', async t => {
    t.strictSame(warningsOfIgnored([aside({ severity: 'warning' })]), [])
  })
  t.test('a long reason leaves room for what is wrong, and lines are not broken', async t => {
    const [told] = warningsOfIgnored([{ ...finding('mode-supported'), ignoredFor: `a\nb${'x'.repeat(300)}` }])
    const text = told ? warningText(told) : ''
    t.ok(text.length <= 256)
    t.match(text, /says \(a bx+\.\.\.\): is wrong/)
  })
})
