import assert from 'node:assert/strict'
import fc from 'fast-check'
import jsonpatch from 'fast-json-patch'
import t from 'tap'
import type { PatchOperation } from '../../../src/bonding/json-patch.ts'
import { editObject } from '../../../src/manifests/edit/edit-object.ts'
import type { TextEdit } from '../../../src/manifests/edited-text.ts'
import { EditedText } from '../../../src/manifests/edited-text.ts'
import { insertionsBetween } from '../../../src/manifests/edit/insertions.ts'
import type { Path } from '../../../src/bonding/place.ts'
import { nodeAt, recordOf } from '../../../src/manifests/manifest-node.ts'
import type { TextRange } from '../../../src/manifests/source-text.ts'
import type { ManifestObject } from '../../../src/manifests/manifest-object.ts'
import { readDocuments } from '../../../src/manifests/read-documents.ts'
import { chooser } from './layout.ts'
import { randomFile } from './random-file.ts'
import type { RandomFile } from './random-file.ts'
import { randomOperations } from './random-operations.ts'
import { randomPod } from './random-pod.ts'

const numRuns = 300

interface Edited extends RandomFile {
  readonly operations: readonly PatchOperation[]
  readonly edits: readonly TextEdit[]
  readonly before: readonly ManifestObject[]
  readonly after: string
}

/** A random pod in a random layout, edited; the same numbers make the same files for every property. */
const edited = fc.tuple(randomPod, fc.gen()).map(([pod, g]): Edited => {
  const choose = chooser(g)
  const file = randomFile(pod, choose)
  const { text, index, base } = file
  const before = readDocuments(text, 'pod.yaml').objects
  const [object] = before.slice(index)
  assert.ok(object, `the test's own file can be read:\n${text}`)
  const { metadata, spec } = valueAt(object, base)
  assert.deepStrictEqual(
    { metadata, spec },
    jsonpatch.deepClone(pod),
    `the test's own file says what it should:\n${text}`,
  )
  const operations = randomOperations(pod, choose)
  const editing = editObject(object, base, operations)
  assert.ok(editing.kind === 'edits', `${JSON.stringify(editing)}\n${JSON.stringify(operations)}\n${text}`)
  return { ...file, operations, edits: editing.edits, before, after: new EditedText(text, editing.edits).text }
})

function valueAt({ node }: ManifestObject, path: Path): Readonly<Record<string, unknown>> {
  const found = nodeAt(node, path)
  return found?.kind === 'map' ? recordOf(found) : {}
}

/** One assertion for a property; the examples in it assert by throwing, so that fast-check can shrink the failing one. */
function check(name: string, property: (run: Edited) => void): void {
  t.test(name, async t => {
    fc.assert(fc.property(edited, property), { seed: 20261125, numRuns })
    t.pass(`held ${numRuns} times`)
  })
}

check('the object becomes what the operations make of it, and every other object of the file stays', run => {
  const { before, index, base, operations, after, text } = run
  const parent = ['', index, ...base].map(String).join('/')
  const wanted = jsonpatch.deepClone(before.map(({ value }) => value)) as unknown[]
  for (const operation of operations) {
    jsonpatch.applyOperation(wanted, { ...operation, path: parent + operation.path })
  }
  const found = readDocuments(after, 'pod.yaml').objects.map(({ value }) => value)
  assert.deepStrictEqual(found, wanted, `${text}\n=> ${JSON.stringify(operations)}\n${after}`)
})

check('what is taken out is a null, an empty pair of braces or a text that could not be kept', run => {
  const { text, edits } = run
  const replaced = rewrittenRanges(run)
  for (const { offset, removed } of edits) {
    const gone = text.slice(offset, offset + removed)
    const inside = replaced.some(({ start, end }) => start <= offset && offset + removed <= end)
    assert.ok(inside || /^[ \t]*(?:\{\s*\}|~|null)?$/.test(gone), `${gone} of ${text}`)
  }
})

/** The values that an operation replaces by one that is not the old one with something put in. */
function rewrittenRanges({ before, index, base, operations }: Edited): readonly TextRange[] {
  const root = before[index]?.node
  return operations.flatMap(({ path, value }) => {
    const steps = path
      .split('/')
      .slice(1)
      .map(step => step.replaceAll('~1', '/'))
    const at = root && nodeAt(root, [...base, ...steps.map(step => (/^\d+$/.test(step) ? Number(step) : step))])
    if (at?.kind !== 'scalar') return []
    const kept = typeof at.value === 'string' && insertionsBetween(at.value, String(value)) !== undefined
    return kept ? [] : [at]
  })
}

check('a second pass changes nothing', ({ after, operations, index, base }) => {
  const [object] = readDocuments(after, 'pod.yaml').objects.slice(index)
  assert.ok(object)
  assert.deepStrictEqual(editObject(object, base, []), { kind: 'edits', edits: [] })
  const again = operations.map(operation => ({ ...operation, op: 'replace' as const }))
  const editing = editObject(object, base, again)
  assert.deepStrictEqual(editing, { kind: 'edits', edits: [] }, after)
})
