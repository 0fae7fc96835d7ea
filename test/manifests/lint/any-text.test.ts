import fc from 'fast-check'
import t from 'tap'
import { type LintFormat, reports } from '../../../src/manifests/lint/reports.ts'
import { bondConfig, linted, network, networks, pod, sriov } from './linted.ts'

const sriovNetwork =
  'apiVersion: sriovnetwork.openshift.io/v1\nkind: SriovNetwork\nmetadata: {name: a}\nspec: {resourceName: r}\n'
const good = [networks, network('b', bondConfig()), sriov('s', ', "vlan": 4095'), pod('p'), sriovNetwork].join('---\n')

/** A text of manifests with pieces cut out, doubled or put elsewhere. */
const damaged = fc
  .array(
    fc.tuple(
      fc.nat(good.length),
      fc.nat(40),
      fc.constantFrom('', '"', "'", '{', '\n', '\t', ': ', '---\n', '@', '\u202e'),
    ),
    {
      maxLength: 4,
    },
  )
  .map(cuts => cuts.reduce((text, [at, length, put]) => text.slice(0, at) + put + text.slice(at + length), good))

const formats: readonly LintFormat[] = ['text', 'json', 'sarif', 'junit']

t.test('whatever the text: every report is made, every finding has a place in the file, words and a fix', async () => {
  fc.assert(
    fc.property(damaged, text => {
      const lint = linted({ 'a.yaml': text })
      for (const format of formats) reports[format](lint, { colour: true, version: '1.0.0' })
      const lines = text.split('\n').length
      return lint.findings.every(
        ({ line, column, width, message, fix }) =>
          line >= 1 && line <= lines && column >= 1 && width >= 1 && message !== '' && fix !== '',
      )
    }),
    { seed: 11, numRuns: 150 },
  )
})

t.test('what is said in text is said in all other reports', async () => {
  fc.assert(
    fc.property(damaged, text => {
      const lint = linted({ 'a.yaml': text })
      const made = formats.map(format => reports[format](lint, { colour: false, version: '1.0.0' }))
      const [asText = '', asJson = '', asSarif = '', asJunit = ''] = made
      const number = lint.findings.length
      return (
        (asText.match(/^ {2}rule: /gm) ?? []).length === number &&
        (JSON.parse(asJson) as { findings: unknown[] }).findings.length === number &&
        (JSON.parse(asSarif) as { runs: [{ results: unknown[] }] }).runs[0].results.length === number &&
        (asJunit.match(/<testcase /g) ?? []).length === Math.max(1, number)
      )
    }),
    { seed: 12, numRuns: 100 },
  )
})
