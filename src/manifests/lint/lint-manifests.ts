import type { Certainty } from '../../bonding/finding.ts'
import { inFileOrder } from '../content/file-order.ts'
import { type Content, gatherContent } from '../content/gather-content.ts'
import { heldPodProblems } from '../content/held-pod-problems.ts'
import { type MissingNetworksHint, missingNetworksHint } from '../content/missing-networks.ts'
import type { ManifestFiles } from '../manifest-files.ts'
import { isAtLeast } from './certainties.ts'
import { type IgnoredFinding, sortOut } from './ignored-findings.ts'
import { judgeContent, type Judgement, type Judges } from './judge-content.ts'
import { uncheckedRules } from './judge-policies.ts'
import { fileFinding, type LintFinding, ruleFinding } from './lint-finding.ts'

export interface Lint {
  /** `unreadable`: something in the files; what could be read is judged all the same. */
  readonly outcome: 'fine' | 'errors' | 'unreadable'
  /** In the order of the files and of the places in them. */
  readonly findings: readonly LintFinding[]
  /** What the authors of the objects know and want to hear no more of. */
  readonly ignored: readonly IgnoredFinding[]
  /** What explains the whole rather than one place. */
  readonly hints: readonly LintHint[]
  /** All that were read. */
  readonly files: readonly { readonly file: string; readonly text: string }[]
  readonly networks: number
  /** Pods, and workloads with a template of pods. */
  readonly pods: number
  /** How many rules could not be asked, because the policies behind the networks were not given. */
  readonly unchecked: number
  /** Why they were not, where it is not that nobody gave them. */
  readonly uncheckedBecause?: string
}

/** `nothing-to-judge`: the files hold neither a network nor a pod. */
type LintHint = 'nothing-to-judge' | MissingNetworksHint

export interface LintOptions extends Judges {
  /** What is less certain is not told. */
  readonly minCertainty: Certainty
  /** Told now and then how far it is. */
  readonly onProgress?: (doing: string, done: number, of: number) => void
}

/** Judges every network, pod and workload of some files. */
export function lintManifests(manifests: ManifestFiles, options: LintOptions): Lint {
  const { namespace, minCertainty, onProgress } = options
  const content = gatherContent(manifests, namespace, (done, of) => onProgress?.('files read', done, of))
  const judgement = judgeContent(content, options, (done, of) => onProgress?.('objects judged', done, of))
  const certain = judgement.findings.filter(({ finding }) => isAtLeast(finding.certainty, minCertainty))
  const { kept, ignored, problems } = sortOut(certain, content)
  const ofFiles = [...content.problems, ...content.files.flatMap(({ objects }) => heldPodProblems(objects))]
  const told = [...[...ofFiles, ...problems].map(fileFinding), ...kept.map(each => ruleFinding(each, namespace))]
  const order = <T extends LintFinding>(findings: readonly T[]) => inFileOrder(findings, content.files)
  return {
    outcome: ofFiles.some(({ severity }) => severity === 'error') ? 'unreadable' : outcomeOf(told),
    findings: order(told),
    ignored: order(ignored.map(({ told, reason }) => ({ ...ruleFinding(told, namespace), reason }))),
    hints: hintsOf(content, judgement),
    files: content.files,
    networks: content.networks.size,
    pods: judgement.pods,
    unchecked: uncheckedRules(content),
    ...(manifests.policiesUnread !== undefined && { uncheckedBecause: manifests.policiesUnread }),
  }
}

function outcomeOf(told: readonly LintFinding[]): Lint['outcome'] {
  return told.some(({ severity }) => severity === 'error') ? 'errors' : 'fine'
}

function hintsOf(content: Content, { findings, pods }: Judgement): readonly LintHint[] {
  const missing = missingNetworksHint(
    findings.map(({ finding }) => finding),
    content,
  )
  if (missing !== undefined) return [missing]
  return content.networks.size + pods + content.problems.length === 0 ? ['nothing-to-judge'] : []
}
