import { type JsonProblem, parseGoJson } from '../../../src/bonding/go-json.ts'

/** A text with ‸ at the place where a person should look. */
export interface MarkedMistake {
  readonly name: string
  readonly text: string
  readonly found: string
  readonly fix: string
}

type Seen = Pick<JsonProblem, 'offset' | 'found' | 'fix'>

/** What the reader says about the text without its mark, and what the case expects. */
export function judged({ text, found, fix }: MarkedMistake): {
  readonly seen: Seen | undefined
  readonly expected: Seen
} {
  const offset = text.indexOf('‸')
  const reading = parseGoJson(text.slice(0, offset) + text.slice(offset + 1))
  const problem = reading.kind === 'not-json' ? reading.problem : undefined
  const seen = problem && { offset: problem.offset, found: problem.found, fix: problem.fix }
  return { seen, expected: { offset, found, fix } }
}
