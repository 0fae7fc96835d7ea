import type { Severity } from '../../src/bonding/finding.ts'
import type { Answer } from './answer.ts'

/** One sentence about everything. */
export function headlineOf(answers: readonly Answer[], findings: readonly { readonly severity: Severity }[]): string {
  const count = (severity: Severity) => findings.filter(finding => finding.severity === severity).length
  const numbers = [several(count('error'), 'error'), several(count('warning'), 'warning')].join(', ')
  const pods = ofPods(answers.filter(({ about }) => about === 'pods'))
  const networks = answers.filter(({ about, outcome }) => about === 'network' && outcome === 'refused').length
  return [pods, ...(networks === 0 ? [] : [`${several(networks, 'network')} refused`]), `${numbers}.`].join('; ')
}

function ofPods(answers: readonly Answer[]): string {
  const [only, ...others] = answers
  if (!only) return 'No pod to judge yet'
  if (others.length === 0) return `${only.subject}: ${only.verdict}`
  const refused = answers.filter(({ outcome }) => outcome === 'refused').length
  return refused === 0 ? `All ${answers.length} admitted` : `${refused} of ${answers.length} refused`
}

function several(number: number, word: string): string {
  if (number === 0) return `no ${word}s`
  return number === 1 ? `1 ${word}` : `${number} ${word}s`
}
