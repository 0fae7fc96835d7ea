// Asks the registry for known weaknesses of what is installed for production, where it can be asked. Tells, and fails never:
// what was found yesterday in a package must not stop today's fix of ours.
import { spawnSync } from 'node:child_process'
import { isFields } from '../src/bonding/json-fields.ts'

const { stdout } = spawnSync('npm', ['audit', '--omit', 'dev', '--json'], { encoding: 'utf8' })
console.log(summaryOf(stdout))

function summaryOf(text: string): string {
  const report = parsed(text)
  if (!isFields(report) || !isFields(report['vulnerabilities'])) {
    const why =
      isFields(report) && typeof report['message'] === 'string' ? report['message'] : 'the registry gave no report'
    return `npm audit could not be run here: ${why}`
  }
  const found = Object.entries(report['vulnerabilities'])
  const lines = found.map(([name, entry]) => `  ${name}: ${isFields(entry) ? String(entry['severity']) : 'unknown'}`)
  return [`npm audit: ${found.length} packages with known weaknesses`, ...lines].join('\n')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
