import t from 'tap'
import type { PatchOperation } from '../../../src/bonding/json-patch.ts'
import { add, editedFile } from './edited-file.ts'

const head = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  annotations: '

/** What stands behind `annotations: `. */
const annotations: [name: string, before: string, after: string][] = [
  ['on one line', '{a: b} # c', '{a: b, status: \'{"a":1}\'} # c'],
  ['with blanks inside', '{ a: b }', '{ a: b, status: \'{"a":1}\' }'],
  ['with a comma at the end', '{a: b,}', '{a: b, status: \'{"a":1}\',}'],
  ['as JSON', '{"a": "b"}', '{"a": "b", "status": "{\\"a\\":1}"}'],
  ['as JSON without blanks', '{"a":"b","c":"d"}', '{"a":"b","c":"d","status":"{\\"a\\":1}"}'],
  ['with a last key that has no value', '{a: b, c}', '{a: b, c, status: \'{"a":1}\'}'],
  [
    'every key on a line of its own',
    '{\n    a: b,\n    c: d\n  }',
    '{\n    a: b,\n    c: d,\n    status: \'{"a":1}\'\n  }',
  ],
  ['the last line with a comma', '{\n    a: b,\n  }', '{\n    a: b,\n    status: \'{"a":1}\',\n  }'],
  ['the last line with a comment', '{\n    a: b # c\n  }', '{\n    a: b, # c\n    status: \'{"a":1}\'\n  }'],
  ['the last line with both', '{\n    a: b, # c\n  }', '{\n    a: b, # c\n    status: \'{"a":1}\',\n  }'],
  ['the brace closes on the last line', '{\n    a: b}', '{\n    a: b,\n    status: \'{"a":1}\'}'],
  ['commas that begin lines', '{\n    a: b\n  , c: d\n  ,}', '{\n    a: b\n  , c: d, status: \'{"a":1}\'\n  ,}'],
]

for (const [name, before, after] of annotations) {
  t.test(`a mapping in braces: ${name}`, async t => {
    t.equal(editedFile(`${head}${before}\n`, [add.status]), `${head}${after}\n`)
  })
}

const resources = { requests: { 'x/vf': '2' }, limits: { 'x/vf': '2' } }
const one = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'a' },
  spec: { containers: [{ name: 'a', resources: {} }] },
}
const other = {
  ...one,
  metadata: { name: 'a', annotations: add.annotations.value },
  spec: { containers: [{ name: 'a', resources }] },
}
const operations: readonly PatchOperation[] = [add.annotations, add.requests, add.limits]

for (const indent of [undefined, 2, 4, '\t'] as const) {
  t.test(`JSON with the indentation ${JSON.stringify(indent)}`, async t => {
    t.equal(editedFile(JSON.stringify(one, null, indent), operations), JSON.stringify(other, null, indent))
    const crlf = (object: object) => JSON.stringify(object, null, indent).replaceAll('\n', '\r\n')
    t.equal(editedFile(crlf(one), operations), crlf(other), 'with CRLF')
  })
}

t.test('JSON on one line with blanks', async t => {
  const before = '{"apiVersion": "v1", "kind": "Pod", "metadata": {"annotations": null, "name": "a"}}\n'
  const value = '{"networks": "a@net1,b@net2", "status": "{\\"a\\":1}"}'
  t.equal(editedFile(before, [add.annotations]), before.replace('null', value))
})

t.test('JSON objects one behind the other', async t => {
  const before = '{"apiVersion":"v1","kind":"Pod","metadata":{"annotations":{}}}'
  t.equal(
    editedFile(before + before, [add.status], [], 1),
    `${before}${before.replace('{}', '{"status":"{\\"a\\":1}"}')}`,
  )
})

t.test('metadata in braces', async t => {
  const before = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a, annotations: }\n'
  const value = '{networks: "a@net1,b@net2", status: \'{"a":1}\'}'
  t.equal(editedFile(before, [add.annotations]), before.replace('annotations: ', `annotations: ${value}`))
})
