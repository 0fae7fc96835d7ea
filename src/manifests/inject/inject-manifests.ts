import type { Finding } from '../../bonding/finding.ts'
import type { Planner } from '../../bonding/plan.ts'
import type { ManifestFiles } from '../manifest-files.ts'
import { type MissingNetworksHint, missingNetworksHint } from '../content/missing-networks.ts'
import { formats, type Format, type InjectedFile } from './formats.ts'
import { type Content, gatherContent } from '../content/gather-content.ts'
import { injectObject } from './inject-object.ts'
import { findingRemark, inOrder, problemRemark, type Remark } from './remark.ts'
import { heldPodProblems } from '../content/held-pod-problems.ts'

export interface InjectedManifests {
  /** `refused`: a pod, or the edit of its file. `unreadable`: something in the files; what could be read is judged all the same. */
  readonly outcome: 'injected' | 'refused' | 'unreadable'
  /** Empty unless the outcome is `injected`: half of it would be applied. */
  readonly output: string
  readonly remarks: readonly Remark[]
  /** What explains the whole rather than one place. */
  readonly hints: readonly Hint[]
}

/** `no-pods`: the files hold nothing that could be injected. */
export type Hint = 'no-pods' | MissingNetworksHint

export interface InjectOptions {
  readonly plan: Planner
  /** Of objects that name none. */
  readonly namespace: string
  readonly format: Format
}

/** Completes the pods in files as the webhook does. */
export function injectManifests(manifests: ManifestFiles, options: InjectOptions): InjectedManifests {
  const content = gatherContent(manifests, options.namespace)
  const files = injectFiles(content, options)
  const findings = files.flatMap(({ injections }) =>
    injections.flatMap(each => [...each.errors, ...each.warnings].map(finding => ({ finding, injection: each }))),
  )
  const problems = [...content.problems, ...content.files.flatMap(({ objects }) => heldPodProblems(objects))]
  const remarks = [
    ...problems.map(problemRemark),
    ...findings.map(({ finding, injection }) => findingRemark(finding, injection, content)),
  ]
  const unreadable = problems.some(({ severity }) => severity === 'error')
  const refused = findings.some(({ finding }) => finding.severity === 'error')
  const tell = (outcome: InjectedManifests['outcome'], output: string, more: readonly Remark[] = []) => ({
    outcome,
    output,
    remarks: inOrder([...remarks, ...more], content.files),
    hints: hintsOf(
      content,
      files,
      findings.map(({ finding }) => finding),
      unreadable,
    ),
  })
  if (unreadable) return tell('unreadable', '')
  if (refused) return tell('refused', '')
  const formatting = formats[options.format](files)
  if (formatting.kind === 'impossible') return tell('refused', '', formatting.problems.map(problemRemark))
  return tell('injected', formatting.text)
}

function injectFiles(content: Content, { plan, namespace }: InjectOptions): readonly InjectedFile[] {
  const files = content.files.map(file => ({
    content: file,
    injections: file.objects.flatMap(object => injectObject(object, namespace, content.catalogue, plan) ?? []),
  }))
  return files.filter(({ injections }) => injections.length > 0)
}

function hintsOf(
  content: Content,
  files: readonly InjectedFile[],
  findings: readonly Finding[],
  unreadable: boolean,
): readonly Hint[] {
  const missing = missingNetworksHint(findings, content)
  if (missing !== undefined) return [missing]
  return files.length === 0 && !unreadable ? ['no-pods'] : []
}
