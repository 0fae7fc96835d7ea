import type { Catalogue } from '../bonding/catalogue.ts'
import type { Explainer } from '../bonding/explain/explain-pod.ts'
import type { Explanation } from '../bonding/explain/explanation.ts'
import { type HeldPod, readHeldPod } from '../bonding/workload.ts'
import { gatherContent } from '../manifests/content/gather-content.ts'
import { heldPodProblems } from '../manifests/content/held-pod-problems.ts'
import { holderOf } from '../manifests/content/holder-of.ts'
import type { ManifestFiles } from '../manifests/manifest-files.ts'
import type { ManifestProblem } from '../manifests/manifest-problem.ts'

export interface Explained {
  readonly explanations: readonly Explanation[]
  /** What is wrong with the files. */
  readonly problems: readonly ManifestProblem[]
}

export interface ExplainOptions {
  /** Of objects that name none. */
  readonly namespace: string
  /** Puts the networks of a cluster behind those of the files. */
  readonly complete: (files: Catalogue) => Catalogue
  readonly explainer: Explainer
  /** Explained instead of the pods of the files. */
  readonly target: HeldPod | undefined
}

/** Explains the pods and templates of files in their order, or a target with the networks of the files. */
export function explainFiles(manifests: ManifestFiles, options: ExplainOptions): Explained {
  const { namespace, complete, explainer, target } = options
  const content = gatherContent(manifests, namespace)
  const catalogue = complete(content.catalogue)
  const objects = content.files.flatMap(file => file.objects)
  const held = target
    ? [target]
    : objects.flatMap(object => {
        const holder = holderOf(object)
        return holder ? (readHeldPod(object.value, holder, namespace) ?? []) : []
      })
  return {
    explanations: held.map(pod => explainer(pod, catalogue)),
    problems: [...content.problems, ...(target ? [] : heldPodProblems(objects))],
  }
}
