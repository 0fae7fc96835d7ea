import { parseGoJson } from '../../bonding/go-json.ts'
import type { Path } from '../../bonding/place.ts'
import type { FindingInFile } from '../content/told-in-file.ts'
import { editedScalar } from '../edit/scalar-reading.ts'
import type { LintFinding } from '../lint/lint-finding.ts'
import { nodeAt, type ScalarNode } from '../manifest-node.ts'
import { withoutCallouts } from './callout-edits.ts'
import { configEdit } from './config-edits.ts'
import { configFixers, configRoot } from './config-fixers.ts'
import { fieldRepair } from './object-repair.ts'
import type { Proposal } from './repair.ts'

const configPath: Path = ['spec', 'config']

/** The change in the text of a config that mends a finding; undefined where only its author can. */
export function configRepair({ finding, object }: FindingInFile, told: LintFinding): Proposal | undefined {
  const scalar = object.kind === 'NetworkAttachmentDefinition' ? nodeAt(object.node, configPath) : undefined
  if (scalar?.kind !== 'scalar' || typeof scalar.value !== 'string') return undefined
  if (finding.rule === 'config-json') return calloutRepair(object, configPath, scalar, told)
  const fixer = configFixers[finding.rule]
  const root = fixer && configRoot(scalar.value)
  const change = root && fixer.change(finding, root, scalar.value)
  if (!change) return undefined
  const done = configEdit(object.source, scalar, change)
  if (!done)
    return { kind: 'refused', finding: told, reason: 'the config is written in a way that no edit was found for' }
  return fieldRepair({
    kind: fixer.kind,
    finding: told,
    object,
    path: configPath,
    value: done.value,
    edits: [done.edit],
  })
}

/** The callouts of a documentation out of a text of JSON, where it is JSON without them. */
export function calloutRepair(
  object: FindingInFile['object'],
  path: Path,
  scalar: ScalarNode,
  finding: LintFinding,
): Proposal | undefined {
  const edits = withoutCallouts(object.source.text, scalar)
  const value = edits && editedScalar(object.source.text, scalar, edits)
  if (value === undefined || edits === undefined || parseGoJson(value).kind !== 'json') return undefined
  return fieldRepair({ kind: 'text', finding, object, path, value, edits })
}
