import type { Lint } from '../../../../src/manifests/lint/lint-manifests.ts'
import type { LintFinding } from '../../../../src/manifests/lint/lint-finding.ts'

const usual: LintFinding = {
  rule: 'miimon-string',
  severity: 'error',
  certainty: 'refused-at-load',
  object: { kind: 'NetworkAttachmentDefinition', namespace: 'demo', name: 'bond-net1' },
  path: 'spec.config.miimon',
  file: 'nads/bond.yaml',
  line: 2,
  column: 11,
  width: 3,
  field: 'demo/bond-net1 spec.config.miimon',
  message: 'the number 100, but Bond CNI reads it as text',
  why: 'Of all numbers in the config this one is a text.',
  fix: 'Put it in quotes: "miimon": "100"',
}

/** A finding on the second line of `nads/bond.yaml`, with what differs. */
export function finding(differs: Partial<LintFinding> = {}): LintFinding {
  return { ...usual, ...differs }
}

export const unreadable = finding({
  rule: 'unreadable',
  certainty: null,
  object: null,
  path: '',
  file: 'my file.yaml',
  line: 0,
  column: 0,
  width: 1,
  field: '',
  message: 'is no text',
  why: '',
  fix: 'Give a manifest in YAML or JSON',
})

export function lintOf(differs: Partial<Lint> = {}): Lint {
  const files = [{ file: 'nads/bond.yaml', text: 'config: |\n  "miimon": 100\n' }]
  const numbers = { networks: 1, pods: 0, unchecked: 0 }
  return { outcome: 'errors', findings: [], ignored: [], hints: [], files, ...numbers, ...differs }
}
