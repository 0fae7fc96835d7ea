import type { LintFinding } from '../../src/manifests/lint/lint-finding.ts'
import { element } from './element.ts'
import { firstShown } from './first-shown.ts'

/** The findings as a list of places that can be gone to. @param goTo moves the caret there */
export function findingList(
  findings: readonly LintFinding[],
  remarks: readonly string[],
  goTo: (finding: LintFinding) => void,
): readonly Node[] {
  const { shown, rest } = firstShown(findings)
  const items = shown.map((finding, index) => findingItem(finding, index, goTo))
  const list = items.length === 0 ? [] : [element('ol', 'findings', ...items)]
  const notes = [...rest, ...remarks].map(remark => element('p', 'remark', remark))
  const title = findings.length === 0 ? 'No findings' : `Findings (${findings.length})`
  return [element('h2', '', title), ...list, ...notes]
}

function findingItem(finding: LintFinding, index: number, goTo: (finding: LintFinding) => void): HTMLElement {
  const { file, line, column, severity, field, message, why, fix, rule, certainty } = finding
  const place = element('button', 'place', line === 0 ? file : `${file}:${line}:${column}`)
  place.type = 'button'
  const said = element('span', '', field === '' ? message : `${field}: ${message}`)
  said.id = `finding-${index}`
  place.setAttribute('aria-describedby', said.id)
  place.addEventListener('click', () => {
    goTo(finding)
  })
  return element(
    'li',
    '',
    element('p', '', place, element('span', `severity ${severity}`, severity), ' ', said),
    ...(why === '' ? [] : [element('p', '', `Why: ${why}`)]),
    element('p', '', `Fix: ${fix}`),
    element('p', 'rule', certainty === null ? rule : `${rule} (${certainty})`),
  )
}
