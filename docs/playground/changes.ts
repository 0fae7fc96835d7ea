import type { Content } from '../../src/manifests/content/gather-content.ts'
import { formats } from '../../src/manifests/inject/formats.ts'
import { injectObject } from '../../src/manifests/inject/inject-object.ts'
import type { ManifestProblem } from '../../src/manifests/manifest-problem.ts'
import { judges, namespace } from './judges.ts'

export interface Changes {
  readonly diff: readonly string[]
  /** Why there is no diff where a text cannot be changed where it stands; the webhook completes the pod all the same. */
  readonly remarks: readonly string[]
}

/** What the webhook adds, in the author's own text; of a workload, to the pods that are made from it. */
export function changesTo({ files, catalogue }: Content): Changes {
  const injected = files.map(content => ({
    content,
    injections: content.objects.flatMap(object => injectObject(object, namespace, catalogue, judges.plan) ?? []),
  }))
  const formatting = formats.diff(injected)
  return formatting.kind === 'text'
    ? { diff: formatting.text.split('\n').slice(0, -1), remarks: [] }
    : { diff: [], remarks: formatting.problems.map(withoutDiff) }
}

function withoutDiff({ file, line, column, message, fix }: ManifestProblem): string {
  return `What is added cannot be shown in the text: ${file}:${line}:${column} ${message}. ${fix}.`
}
