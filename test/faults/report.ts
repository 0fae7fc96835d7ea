import { cpus } from 'node:os'
import type { Verdict } from './verdict.ts'

const columns = [
  'fault',
  'seconds',
  'asked',
  'answered',
  'failed',
  'allowed',
  'wrong',
  'call ms',
  'p99 ms',
  'longest ms',
  'target',
]

/** One verdict as a row under `columns`. */
function cells({ fault, counts, excused, missed }: Verdict): readonly string[] {
  const { right, wrong, failed } = counts.fates
  const { p99, longest } = counts.latency
  const { asked, seconds } = counts.calls
  const whole = [counts.seconds, asked, right + wrong, failed, excused, wrong].map(number => number.toFixed(0))
  const times = [((seconds / asked) * 1000).toFixed(1), p99.toFixed(0), longest.toFixed(0)]
  return [fault.name, ...whole, ...times, missed.length === 0 ? 'met' : 'missed']
}

const widths = columns.map((column, at) => (at === 0 ? 28 : column.length))

/** For a terminal, where each row is printed when it is there. */
export const headLine = line(columns)

/** The row, and what else is to be said of it. */
export function verdictLines(verdict: Verdict): string {
  const problems = [...verdict.counts.problems].slice(0, 5).map(([problem, count]) => `${count} x ${problem}`)
  const remarks = [...verdict.missed.map(one => `MISSED: ${one}`), ...verdict.notes, ...problems]
  return [line(cells(verdict)), ...remarks.map(remark => `    ${remark}`)].join('\n')
}

function line(texts: readonly string[]): string {
  return texts.map((text, at) => (at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0))).join('  ')
}

export interface Circumstances {
  readonly replicas: number
  readonly rate: number
}

/** docs/reliability.md. */
export function reliabilityPage(verdicts: readonly Verdict[], { replicas, rate }: Circumstances): string {
  const rows = verdicts.map(verdict => row(cells(verdict)))
  const processor = cpus()[0]?.model ?? 'unknown processor'
  return `# Reliability

Made by \`npm run test:faults -- --write\`; not edited by hand. ${replicas} replicas behind a loopback proxy of the test's own,
a real kube-apiserver, ${rate} pods a second created for real by several writers; each pod is compared with what must be
stored. Node ${process.versions.node}, ${cpus().length} x ${processor}.

\`asked\` is the API server's own count of calls to the webhook, until the last pod of the window has been answered: some of
the next ones are in it. \`answered\` and \`wrong\` are the pods of the window, looked at as they came back; \`failed\` are those
whose call to the webhook failed, \`allowed\` is how many of them the target lets pass. \`call ms\` is the mean of a call,
again by the API server itself; the other times are those of a whole creation, from the moment at which it was due.
\`seconds\` is how long the window was open.

${row(columns)}
${row(columns.map((_, at) => (at === 0 || at === columns.length - 1 ? '---' : '--:')))}
${rows.join('\n')}

## What happened

${verdicts.map(paragraph).join('\n\n')}
`
}

function paragraph({ fault, counts, notes, missed }: Verdict): string {
  const { happens, name, mayFail = 'nothing' } = fault
  const { unreached } = counts.fates
  const lines = [
    ...notes,
    ...(unreached > 0 ? [`${unreached} creations did not reach the API server`] : []),
    ...missed.map(one => `target missed: ${one}`),
  ]
  return [`**${name}**: ${happens}. May fail: ${mayFail}.`, ...lines.map(one => `- ${one}.`)].join('\n')
}

function row(texts: readonly string[]): string {
  return `| ${texts.join(' | ')} |`
}
