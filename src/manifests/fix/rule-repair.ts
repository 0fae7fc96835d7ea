import { foreignAnnotations } from '../../bonding/keys.ts'
import type { FindingInFile } from '../content/told-in-file.ts'
import type { LintFinding } from '../lint/lint-finding.ts'
import { nodeAt } from '../manifest-node.ts'
import { calloutRepair, configRepair } from './config-repair.ts'
import { orderRepair } from './order-repair.ts'
import type { Proposal } from './repair.ts'

/** What mends the finding of a rule where it stands; undefined where only its author can. */
export function ruleRepair(told: FindingInFile, finding: LintFinding): Proposal | undefined {
  const inNetworks = networksRepairs[finding.rule]
  if (!inNetworks) return configRepair(told, finding)
  const { path } = told.finding.place
  const annotation = path.slice(0, path.indexOf(foreignAnnotations.networks) + 1)
  const scalar = nodeAt(told.object.node, annotation)
  return scalar?.kind === 'scalar' ? inNetworks(told, annotation, scalar, finding) : undefined
}

/** By rule, what mends the networks annotation. */
const networksRepairs: Readonly<Record<string, typeof orderRepair>> = {
  'networks-annotation-readable': ({ object }, path, scalar, finding) => calloutRepair(object, path, scalar, finding),
  'bond-after-links': orderRepair,
}
