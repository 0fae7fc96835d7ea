import { quote } from './diagnosis/scene.ts'
import { problemAt } from './manifest-problem.ts'
import type { Diagnosis, ManifestProblem } from './manifest-problem.ts'
import type { SourceText } from './source-text.ts'
import type { ContentFault } from './yaml/compose-tree.ts'

/** What kubectl's decoder says about a document whose syntax is right, in plain words. */
export function contentProblem(source: SourceText, fault: ContentFault): ManifestProblem {
  const { kind, offset, detail } = fault
  const word = (said: Omit<Diagnosis, 'offset'>) => problemAt(source, { offset, ...said }, severityOf(kind))
  switch (kind) {
    case 'refused-value':
      return word({
        cause: 'value',
        message: detail,
        fix: 'Put the value in quotes if it is a text, else write it another way',
      })
    case 'unknown-alias':
      return word({
        cause: 'alias',
        message: detail,
        fix: 'Anchors do not reach into other documents; a text that begins with * needs quotes',
      })
    case 'alias-bomb':
      return word({
        cause: 'alias',
        message: 'nearly all of the document comes out of its aliases: kubectl refuses that',
        fix: 'Write the values out',
      })
    case 'merge':
      return word({
        cause: 'key',
        message: '<<: needs a mapping or a list of mappings',
        fix: 'Name an anchor that is a mapping',
      })
    case 'refused-key':
      return problemAt(source, refusedKey(source, offset, detail))
    case 'duplicate-key':
      return word({
        cause: 'duplicate-key',
        message: `the key ${JSON.stringify(detail)} stands here for the second time; kubectl takes the last one and drops the others`,
        fix: 'Take one of them out',
      })
  }
}

function severityOf(kind: ContentFault['kind']): 'warning' | 'error' {
  return kind === 'duplicate-key' ? 'warning' : 'error'
}

function refusedKey(source: SourceText, offset: number, what: string): Diagnosis {
  // {{ .Values.name }} is a mapping whose key is a mapping.
  const expression = /^\{\{.*?\}\}/.exec(source.text.slice(offset - 1, offset + 1000))?.[0]
  if (expression !== undefined) {
    return {
      cause: 'template',
      offset: offset - 1,
      message: `${quote(expression)} is a placeholder: this is a template, not a manifest yet`,
      fix: 'Fill it in first (helm template, envsubst, Ansible) and check the result',
    }
  }
  return { cause: 'key', offset, message: `${what} cannot be a key`, fix: 'Put the key in quotes if it is a text' }
}
