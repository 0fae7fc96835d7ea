import { createTwoFilesPatch } from 'diff'
import { stringify } from 'yaml'
import type { AdmissionResponse } from './admission-call.ts'

const coloured = process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === ''

/** What changed, for a person: a unified diff of the pod as YAML. */
export function podDiff(before: unknown, after: unknown): string {
  const [old, young] = [before, after].map(pod => stringify(pod, { lineWidth: 0 }))
  const diff = createTwoFilesPatch('pod as sent', 'pod as admitted', old ?? '', young ?? '', '', '', { context: 3 })
  return diff
    .split('\n')
    .filter(line => !/^=+$/.test(line))
    .map(colour)
    .join('\n')
    .trimEnd()
}

/** As kubectl prints a refusal that has causes (kubectl 1.37, pkg/cmd/util/helpers.go): one cause on the same line. */
export function refusalText({ status }: AdmissionResponse): string {
  const { kind = '', name = '', causes = [] } = status?.details ?? {}
  const lines = causes.map(({ field, message }) => `${field}: ${message}`)
  const head = `The ${kind} ${JSON.stringify(name)} is invalid:`
  return lines.length === 1 ? `${head} ${lines.join()}` : [head, ...lines.map(line => `* ${line}`)].join('\n')
}

export function heading(text: string): string {
  return coloured ? `\u001b[1m${text}\u001b[0m` : text
}

function colour(line: string): string {
  const code = line.startsWith('+') ? '32' : line.startsWith('-') ? '31' : line.startsWith('@@') ? '36' : undefined
  return coloured && code !== undefined ? `\u001b[${code}m${line}\u001b[0m` : line
}
