import t from 'tap'
import type { PatchOperation } from '../../../src/bonding/json-patch.ts'
import { add, editedFile } from './edited-file.ts'

const head = 'apiVersion: v1\nkind: Pod\nx: &common\n  a: b\n'
const second = (operation: PatchOperation) => ({ ...operation, path: operation.path.replace('/0/', '/1/') })

const cases: [name: string, operations: readonly PatchOperation[], before: string, after: string][] = [
  [
    'an alias becomes a mapping that takes it in',
    [add.status],
    'metadata:\n  annotations: *common # shared\n  name: a\n',
    'metadata:\n  annotations:\n    <<: *common # shared\n    status: \'{"a":1}\'\n  name: a\n',
  ],
  [
    'an alias on a line of its own',
    [add.status],
    'metadata:\n  annotations:\n     *common\n',
    'metadata:\n  annotations:\n     <<: *common\n     status: \'{"a":1}\'\n',
  ],
  [
    'an alias in braces',
    [add.status],
    'metadata: {annotations: *common, name: a}\n',
    'metadata: {annotations: {<<: *common, status: \'{"a":1}\'}, name: a}\n',
  ],
  [
    'a key goes beside a merge',
    [add.status],
    'metadata:\n  annotations:\n    <<: *common\n',
    'metadata:\n  annotations:\n    <<: *common\n    status: \'{"a":1}\'\n',
  ],
  [
    'a value that a merge brings gets a key of its own, behind the merge',
    [{ op: 'replace', path: '/metadata/annotations/a', value: 'c' }],
    'metadata:\n  annotations:\n    a: x\n    <<: *common\n',
    'metadata:\n  annotations:\n    a: x\n    <<: *common\n    a: c\n',
  ],
  [
    'a text that is an alias gives way to the new one',
    [{ op: 'replace', path: '/metadata/annotations/k', value: 'c' }],
    'y: &y d\nmetadata:\n  annotations:\n    k: *y\n',
    'y: &y d\nmetadata:\n  annotations:\n    k: c\n',
  ],
  [
    'quantities of another container are written out beside the merge',
    [second(add.request), second(add.limits)],
    'spec:\n  containers:\n  - resources: &r\n      requests: {cpu: 1}\n  - resources: *r\n',
    'spec:\n  containers:\n  - resources: &r\n      requests: {cpu: 1}\n  - resources:\n      <<: *r\n      requests:\n        cpu: 1\n        x/vf: "2"\n      limits:\n        x/vf: "2"\n',
  ],
  [
    'an anchor that nobody uses is no obstacle',
    [add.status],
    'metadata:\n  annotations: &mine\n    c: d\n',
    'metadata:\n  annotations: &mine\n    c: d\n    status: \'{"a":1}\'\n',
  ],
  [
    'an asterisk that is no alias',
    [add.status],
    'metadata:\n  annotations:\n    c: "* *"\n',
    'metadata:\n  annotations:\n    c: "* *"\n    status: \'{"a":1}\'\n',
  ],
  [
    'what others use under its anchor stays as it is',
    [add.request],
    'spec:\n  containers:\n  - resources: &r\n      requests: {cpu: 1}\n  - resources: *r\n',
    'impossible spec.containers.0.resources: carries the anchor &r: a change here would change every place that uses *r; Write the value out where *r stands',
  ],
  [
    'a container that is an alias',
    [second(add.resources)],
    'spec:\n  containers:\n  - &c\n    name: a\n  - *c\n',
    'impossible spec.containers.1: stands in this file as an alias, and what an alias names cannot be changed here alone; Write the value out where the alias stands',
  ],
  [
    'a list on the way to the change comes out of a merge',
    [add.resources],
    'y: &pod\n  containers:\n  - name: a\nspec:\n  <<: *pod\n',
    'impossible spec.containers: stands in this file as an alias, and what an alias names cannot be changed here alone; Write the value out where the alias stands',
  ],
  [
    'a list where a mapping should be',
    [add.status],
    'metadata:\n  annotations: [a]\n',
    'impossible metadata.annotations: is written in a way that cannot be completed without rewriting it; Write it as `key: value` in lines of its own',
  ],
]

for (const [name, operations, before, after] of cases) {
  t.test(name, async t => {
    t.equal(editedFile(head + before, operations), after.startsWith('impossible') ? after : head + after)
  })
}
