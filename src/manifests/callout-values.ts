import type { ManifestNode } from './manifest-node.ts'
import { problemAt } from './manifest-problem.ts'
import type { ManifestProblem } from './manifest-problem.ts'
import type { SourceText } from './source-text.ts'

/** A callout of the documentation at the end of a text: `bond-net1 <1>`. */
export function calloutAtEnd(text: string): string | undefined {
  return /\s(<\d{1,2}>|[①-⑳❶-❿])$/.exec(text)?.[1]
}

/**
 * Values that kubectl takes with the callout in them. Not those of metadata.name and metadata.namespace: whoever reads
 * the names refuses them.
 */
export function calloutValues(source: SourceText, root: ManifestNode): readonly ManifestProblem[] {
  const problems: ManifestProblem[] = []
  const visit = (node: ManifestNode, inMetadata: boolean) => {
    if (node.kind === 'list') for (const item of node.items) visit(item, false)
    if (node.kind === 'map') {
      for (const { key, value } of node.entries) {
        if (!inMetadata || (key !== 'name' && key !== 'namespace')) visit(value, key === 'metadata')
      }
    }
    if (node.kind !== 'scalar' || node.style !== 'plain' || typeof node.value !== 'string') return
    const callout = calloutAtEnd(node.value)
    if (callout !== undefined) problems.push(calloutProblem(source, node.end - callout.length, callout))
  }
  visit(root, false)
  return problems
}

function calloutProblem(source: SourceText, offset: number, callout: string): ManifestProblem {
  const message = `${callout} points to an explanation in the documentation this was copied from; kubectl takes it as part of the value`
  return problemAt(source, { cause: 'callout', offset, message, fix: 'Take it out' }, 'warning')
}
