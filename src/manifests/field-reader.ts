import { formatPath } from '../bonding/place.ts'
import type { Path } from '../bonding/place.ts'
import { nodeAt } from './manifest-node.ts'
import type { ManifestNode } from './manifest-node.ts'
import type { ManifestObject } from './manifest-object.ts'
import { problemAt } from './manifest-problem.ts'
import type { Diagnosis, ManifestProblem } from './manifest-problem.ts'

/** Reads fields of one object and collects what the API server would say about them. */
export class FieldReader {
  readonly problems: ManifestProblem[] = []
  readonly #object: ManifestObject

  constructor(object: ManifestObject) {
    this.#object = object
  }

  /** A field's node. null is as good as absent, as it is to the API server. */
  node(path: Path): ManifestNode | undefined {
    const node = nodeAt(this.#object.node, path)
    return node?.kind === 'scalar' && node.value === null ? undefined : node
  }

  /** A text; undefined where the field is absent or, which is reported, something else. */
  text(path: Path, fix = 'Put it in quotes'): string | undefined {
    const node = this.node(path)
    if (node?.kind === 'scalar' && typeof node.value === 'string') return node.value
    if (node !== undefined) this.report(path, `is ${typeName(node)}, but must be a text`, fix)
    return undefined
  }

  /** A mapping's texts by key; undefined where the field is absent or, which is reported, something else. */
  texts(path: Path): Readonly<Record<string, string>> | undefined {
    const node = this.node(path)
    if (node === undefined) return undefined
    if (node.kind !== 'map') {
      this.report(path, `is ${typeName(node)}, but must be a mapping`, 'Write `key: "value"` in lines of their own')
      return undefined
    }
    // Go decodes null into a map of strings as "".
    const texts = node.entries.map(({ key }) => [key, this.text([...path, key]) ?? ''] as const)
    return Object.fromEntries(texts)
  }

  /** Says what is wrong with a field, at the field or at the innermost one around it that is written. */
  report(path: Path, message: string, fix: string, cause: Diagnosis['cause'] = 'network'): void {
    let written = path
    while (written.length > 0 && nodeAt(this.#object.node, written) === undefined) written = written.slice(0, -1)
    const offset = nodeAt(this.#object.node, written)?.start ?? this.#object.node.start
    const { source } = this.#object
    this.problems.push(problemAt(source, { cause, offset, message: `${formatPath(path)} ${message}`, fix }))
  }
}

function typeName(node: ManifestNode): string {
  if (node.kind !== 'scalar') return node.kind === 'map' ? 'a mapping' : 'a list'
  return typeof node.value === 'number' ? `the number ${node.value}` : `the boolean ${String(node.value)}`
}
