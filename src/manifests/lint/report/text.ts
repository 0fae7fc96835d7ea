import type { Lint } from '../lint-manifests.ts'
import type { LintFinding } from '../lint-finding.ts'
import { excerptOf, lineReader } from './excerpt.ts'
import { paint, plain, type Paint } from './paint.ts'
import { summaryLine } from './summary-line.ts'
import { wrap, wrapBehind } from './wrap.ts'

const width = 80
const gutter = 6

/** For a person at a terminal: what, where, why, and the fix, and at the end how many. */
export function textReport(lint: Lint, { colour }: { readonly colour: boolean }): string {
  const brush = colour ? paint : plain
  const lineOf = lineReader(lint.files)
  const explained = new Set<string>()
  const blocks = lint.findings.map(finding => {
    const news = finding.why !== '' && !explained.has(finding.rule)
    explained.add(finding.rule)
    return block(finding, lineOf(finding.file, finding.line), news, brush)
  })
  const ignored = lint.ignored.flatMap(({ rule, reason, ...finding }) =>
    wrapBehind(`${placeOf(finding)}: ignored: `, `${rule}: ${reason}`, width, '    '),
  )
  const hints = lint.hints.flatMap(hint => wrap(`hint: ${hintTexts[hint]}`, width, '  '))
  const unchecked = lint.unchecked === 0 ? [] : wrap(uncheckedText(lint), width, '  ')
  const end = [...ignored, ...hints, ...unchecked, ...wrap(summaryLine(lint), width, '  ').map(brush.bold)]
  return [...blocks, end].map(lines => `${lines.join('\n')}\n`).join('\n')
}

function uncheckedText({ unchecked, uncheckedBecause }: Lint): string {
  if (uncheckedBecause !== undefined) return `${uncheckedBecause}: ${unchecked} rules not checked`
  return `policies were not given: ${unchecked} rules not checked (add the SriovNetworkNodePolicies with -f)`
}

const hintTexts: Readonly<Record<Lint['hints'][number], string>> = {
  'no-networks': 'no network was given: give the files of the network attachment definitions too, with -f',
  'networks-unread': 'what is missing may stand in what could not be read',
  'nothing-to-judge': 'no network, no pod, and no workload with a pod template, in these files',
}

function block(finding: LintFinding, line: string, news: boolean, brush: Paint): readonly string[] {
  const { severity, field, message, why, fix, rule, certainty } = finding
  const place = `${placeOf(finding)}: `
  const label = `${place}${severity}: `
  const said = field === '' ? message : `${field}: ${message}`
  const [head = '', ...more] = wrapBehind(label, said, width, '    ')
  const painted = `${brush.bold(place)}${brush[severity](`${severity}:`)} ${head.slice(label.length)}`
  return [
    painted,
    ...more,
    ...(finding.line === 0 ? [] : marked(finding, line, brush)),
    ...(news ? part('why', why) : []),
    ...part('fix', fix),
    ...part('rule', certainty === null ? rule : `${rule} (${certainty})`),
  ]
}

function marked(finding: LintFinding, line: string, brush: Paint): readonly string[] {
  const excerpt = excerptOf(line, finding, width - gutter - 2)
  const number = String(finding.line).padStart(gutter - 1)
  const empty = ' '.repeat(gutter - 1)
  return [
    `${brush.dim(`${number} |`)} ${excerpt.line}`.trimEnd(),
    `${brush.dim(`${empty} |`)} ${brush[finding.severity](excerpt.marker)}`,
  ]
}

function part(name: string, text: string): readonly string[] {
  return wrap(`  ${name}: ${text}`, width, '    ')
}

/** As compilers write it, so that editors jump there. */
function placeOf({ file, line, column }: Pick<LintFinding, 'file' | 'line' | 'column'>): string {
  return line === 0 ? file : `${file}:${line}:${column}`
}
