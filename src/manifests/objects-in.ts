import { nodeAt } from './manifest-node.ts'
import type { ManifestNode, MapEntry, MapNode } from './manifest-node.ts'
import { manifestObject, textAt } from './manifest-object.ts'
import type { ManifestObject } from './manifest-object.ts'
import { problemAt } from './manifest-problem.ts'
import type { ManifestProblem } from './manifest-problem.ts'
import type { SourceText } from './source-text.ts'
import { visibleText } from './visible-text.ts'

interface Found {
  readonly objects: readonly ManifestObject[]
  readonly problems: readonly ManifestProblem[]
}

interface ObjectType {
  readonly apiVersion: string
  readonly kind: string
}

/** The Kubernetes objects of a document: one, or the items of a List or of a list of one kind (`PodList`). */
export function objectsIn(source: SourceText, root: ManifestNode, inherited?: ObjectType): Found {
  // kubectl passes over empty documents.
  if (root.kind === 'scalar' && root.value === null) return { objects: [], problems: [] }
  if (root.kind !== 'map') return { objects: [], problems: [notAnObject(source, root)] }
  const type = typeOf(root) ?? inherited
  if (type === undefined) return { objects: [], problems: [withoutType(source, root)] }
  const items = nodeAt(root, ['items'])
  if (!type.kind.endsWith('List') || items?.kind !== 'list') {
    return { objects: [manifestObject(source, root, type)], problems: [] }
  }
  const kind = type.kind.slice(0, -'List'.length)
  const itemType = kind === '' ? undefined : { apiVersion: type.apiVersion, kind }
  const found = items.items.map(item => objectsIn(source, item, hasType(item) ? undefined : itemType))
  return { objects: found.flatMap(({ objects }) => objects), problems: found.flatMap(({ problems }) => problems) }
}

function typeOf(node: MapNode): ObjectType | undefined {
  const apiVersion = textAt(node, ['apiVersion'])
  const kind = textAt(node, ['kind'])
  return apiVersion && kind ? { apiVersion, kind } : undefined
}

/** Items of a `PodList` need neither, but one without the other is a mistake. */
function hasType(item: ManifestNode): boolean {
  return nodeAt(item, ['apiVersion']) !== undefined || nodeAt(item, ['kind']) !== undefined
}

function notAnObject(source: SourceText, root: ManifestNode): ManifestProblem {
  return problemAt(source, {
    cause: 'object',
    offset: root.start,
    message: `a ${root.kind === 'list' ? 'list' : 'text'} where an object with apiVersion and kind was expected`,
    fix: root.kind === 'list' ? 'Separate objects by lines with ---' : 'Write a Kubernetes object',
  })
}

function withoutType(source: SourceText, root: MapNode): ManifestProblem {
  const place = { cause: 'object', offset: root.start } as const
  if (nodeAt(root, ['cniVersion']) !== undefined || nodeAt(root, ['plugins'])?.kind === 'list') {
    return problemAt(source, {
      ...place,
      message: 'this is a CNI configuration as it lies on a node, not a Kubernetes object',
      fix: 'Put it as a text into spec.config of a NetworkAttachmentDefinition',
    })
  }
  const missing = (['apiVersion', 'kind'] as const).find(key => !textAt(root, [key]))
  const found = nodeAt(root, [missing ?? 'kind'])
  const similar = missing && found === undefined ? similarKey(root, missing) : undefined
  if (missing !== undefined && similar !== undefined) {
    return problemAt(source, {
      cause: 'object',
      offset: similar.keyRange.start,
      message: `the object's ${missing} is missing, and ${visibleText(JSON.stringify(similar.key))} is another key`,
      fix: `Write ${missing}`,
    })
  }
  return problemAt(source, {
    ...place,
    ...(found && { offset: found.start }),
    message: `the object's ${missing ?? 'kind'} is ${found === undefined ? 'missing' : 'no text'}`,
    fix:
      missing === 'apiVersion'
        ? 'Write apiVersion, for example k8s.cni.cncf.io/v1'
        : 'Write kind, for example NetworkAttachmentDefinition',
  })
}

/** A key with other letters in upper case, or with numbers, marks or what cannot be seen around it. */
function similarKey(root: MapNode, key: string): MapEntry | undefined {
  return root.entries.find(entry => entry.key.replace(/[^A-Za-z]/g, '').toLowerCase() === key.toLowerCase())
}
