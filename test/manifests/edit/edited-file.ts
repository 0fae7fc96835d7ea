import type { PatchOperation } from '../../../src/bonding/json-patch.ts'
import { pointerStep } from '../../../src/bonding/json-patch.ts'
import type { Path } from '../../../src/bonding/place.ts'
import { editObject } from '../../../src/manifests/edit/edit-object.ts'
import { EditedText } from '../../../src/manifests/edited-text.ts'
import { readDocuments } from '../../../src/manifests/read-documents.ts'

/** The file behind the operations on its object, or the refusal as `impossible <path>: <message>; <fix>`. */
export function editedFile(text: string, operations: readonly PatchOperation[], base: Path = [], index = 0): string {
  const { objects, problems } = readDocuments(text, 'pod.yaml')
  const object = objects[index]
  if (object === undefined) throw new Error(JSON.stringify(problems))
  const editing = editObject(object, base, operations)
  if (editing.kind === 'edits') return new EditedText(text, editing.edits).text
  return `impossible ${editing.path.join('.')}: ${editing.message}; ${editing.fix}`
}

/** The commonest operations, with short texts. */
export const add = {
  annotations: { op: 'add', path: '/metadata/annotations', value: { networks: 'a@net1,b@net2', status: '{"a":1}' } },
  status: { op: 'add', path: '/metadata/annotations/status', value: '{"a":1}' },
  resources: {
    op: 'add',
    path: '/spec/containers/0/resources',
    value: { requests: { 'x/vf': '2' }, limits: { 'x/vf': '2' } },
  },
  requests: { op: 'add', path: '/spec/containers/0/resources/requests', value: { 'x/vf': '2' } },
  limits: { op: 'add', path: '/spec/containers/0/resources/limits', value: { 'x/vf': '2' } },
  request: { op: 'add', path: '/spec/containers/0/resources/requests/x~1vf', value: '2' },
  limit: { op: 'add', path: '/spec/containers/0/resources/limits/x~1vf', value: '2' },
} as const satisfies Readonly<Record<string, PatchOperation>>

export function replaceAnnotation(key: string, value: string): PatchOperation {
  return { op: 'replace', path: `/metadata/annotations/${pointerStep(key)}`, value }
}
