import assert from 'node:assert/strict'
import fc from 'fast-check'
import jsonpatch from 'fast-json-patch'
import t from 'tap'
import type { PatchOperation } from '../../../src/bonding/json-patch.ts'
import { editObject } from '../../../src/manifests/edit/edit-object.ts'
import { EditedText } from '../../../src/manifests/edited-text.ts'
import { readDocuments } from '../../../src/manifests/read-documents.ts'
import { chooser } from './layout.ts'
import type { Choose } from './layout.ts'
import { randomOperations } from './random-operations.ts'
import type { RandomPod } from './random-pod.ts'

interface Shared {
  readonly text: string
  /** Of the pod to edit. */
  readonly index: number
  readonly before: readonly unknown[]
  readonly operations: readonly PatchOperation[]
}

/** Two pods in a List, whose annotations, resources and quantities are anchored, aliased and merged at random. */
function sharedFile(choose: Choose): string {
  const names = { annotations: 0, resources: 0, quantities: 0 }
  const place = (kind: keyof typeof names, indent: string, lines: string[], braces: string): string => {
    const earlier = names[kind]
    const margin = `\n${indent}`
    if (earlier > 0 && choose(true, false)) {
      return choose(` *${kind}${earlier}`, `${margin}<<: *${kind}${earlier}`, ` {<<: *${kind}${earlier}}`)
    }
    names[kind] += 1
    const anchor = choose('', ` &${kind}${names[kind]}`)
    if (anchor === '') names[kind] -= 1
    return anchor + choose(` ${braces}`, margin + lines.join(margin))
  }
  const pod = () => {
    const annotations = place('annotations', '      ', ['a: b', 'other: x # why'], '{a: b}')
    const containers = ['first', 'second'].map(name => {
      const quantities = (key: string) =>
        `${key}:${place('quantities', '            ', ['cpu: 1'], "{intel.com/sriov: '1'}")}`
      const inner = [quantities('requests'), quantities('limits')]
      const resources = place('resources', '          ', inner, '{requests: {cpu: 1}}')
      return `      - name: ${name}\n        resources:${resources}\n`
    })
    return `- apiVersion: v1\n  kind: Pod\n  metadata:\n    annotations:${annotations}\n  spec:\n      containers:\n${containers.join('')}`
  }
  return `apiVersion: v1\nkind: List\nitems:\n${pod()}${pod()}`
}

const shared = fc.gen().map((g): Shared | undefined => {
  const choose = chooser(g)
  const text = sharedFile(choose)
  const { objects, problems } = readDocuments(text, 'list.yaml')
  const index = choose(0, 1)
  const object = objects[index]
  if (object === undefined || problems.some(({ severity }) => severity === 'error')) return undefined
  const before = objects.map(({ value }) => value)
  return { text, index, before, operations: randomOperations(podOf(object.value), choose) }
})

function podOf(value: Readonly<Record<string, unknown>>): RandomPod {
  return value as unknown as RandomPod
}

t.test('what aliases share is changed for the pod alone, or not at all', async t => {
  const outcomes = { edits: 0, impossible: 0 }
  const property = fc.property(shared, file => {
    if (file === undefined) return
    const { text, index, before, operations } = file
    const [object] = readDocuments(text, 'list.yaml').objects.slice(index)
    assert.ok(object)
    const editing = editObject(object, [], operations)
    outcomes[editing.kind] += 1
    if (editing.kind === 'impossible') {
      assert.match(editing.message, /^(?:carries the anchor &|stands in this file as an alias)/, text)
      return
    }
    const after = new EditedText(text, editing.edits).text
    const wanted = jsonpatch.deepClone(before) as unknown[]
    for (const operation of operations) {
      jsonpatch.applyOperation(wanted, { ...operation, path: `/${index}${operation.path}` })
    }
    const found = readDocuments(after, 'list.yaml').objects.map(({ value }) => value)
    assert.deepStrictEqual(found, wanted, `${text}\n=> ${JSON.stringify(operations)}\n${after}`)
  })
  fc.assert(property, { seed: 20261125, numRuns: 400 })
  t.ok(outcomes.edits > 50, `${outcomes.edits} were edited`)
  t.ok(outcomes.impossible > 20, `${outcomes.impossible} were refused`)
})
