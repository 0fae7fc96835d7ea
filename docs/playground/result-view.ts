import type { Answer } from './answer.ts'
import { element } from './element.ts'
import { firstShown } from './first-shown.ts'

/** The verdict on each object, and what kubectl prints of it. */
export function answerList(answers: readonly Answer[]): readonly Node[] {
  if (answers.length === 0) return []
  const { shown, rest } = firstShown(answers)
  const printed = shown.flatMap(({ subject, verdict, text }) => [
    element('p', '', `${subject}: ${verdict}.`),
    ...(text === '' ? [] : [element('pre', 'printed', text)]),
  ])
  return [element('h2', '', 'What the API server answers'), ...printed, ...rest.map(more => element('p', '', more))]
}

/** The lines of a unified diff, each by what it does. */
export function diffView(lines: readonly string[]): readonly Node[] {
  if (lines.length === 0) return []
  const shown = lines.map(line => element('span', kindOf(line), line === '' ? ' ' : line))
  return [element('h2', '', 'What the webhook adds'), element('pre', 'diff', ...shown)]
}

function kindOf(line: string): string {
  if (/^(---|\+\+\+|@@|\\)/.test(line)) return 'hunk'
  if (line.startsWith('+')) return 'added'
  return line.startsWith('-') ? 'removed' : 'kept'
}
