import t from 'tap'
import type { PatchOperation } from '../../../src/bonding/json-patch.ts'
import { add, editedFile } from './edited-file.ts'

const head = 'apiVersion: v1\nkind: Pod\n'

/** What stands behind apiVersion and kind, before and behind the operations. */
type Case = [name: string, operations: readonly PatchOperation[], before: string, after: string]

const annotations: Case[] = [
  [
    'metadata without annotations gets them at its end',
    [add.annotations],
    'metadata:\n  name: a\n  labels:\n    bond: "yes"\nspec: {}\n',
    'metadata:\n  name: a\n  labels:\n    bond: "yes"\n  annotations:\n    networks: a@net1,b@net2\n    status: \'{"a":1}\'\nspec: {}\n',
  ],
  [
    'the indentation is the one the author has elsewhere',
    [add.annotations],
    'metadata:\n    name: a\nspec: {}\n',
    'metadata:\n    name: a\n    annotations:\n        networks: a@net1,b@net2\n        status: \'{"a":1}\'\nspec: {}\n',
  ],
  [
    'a comment on the last line stays there, and one of the next section with that',
    [add.status],
    'metadata:\n  annotations:\n    a: b # mine\n\n  # the name\n  name: a\nspec: {}\n',
    'metadata:\n  annotations:\n    a: b # mine\n    status: \'{"a":1}\'\n\n  # the name\n  name: a\nspec: {}\n',
  ],
  [
    'a label that is commented out stays with the labels',
    [add.annotations],
    'metadata:\n  labels:\n    a: b\n    # c: d\n    # e: f\n  # the name\n  name: a\n',
    'metadata:\n  labels:\n    a: b\n    # c: d\n    # e: f\n  # the name\n  name: a\n  annotations:\n    networks: a@net1,b@net2\n    status: \'{"a":1}\'\n',
  ],
  [
    'a label that is commented out stays with the labels, at the end of the metadata',
    [add.annotations],
    'metadata:\r\n  labels:\r\n    a: b\r\n    # c: d\r\n  # the pod\r\nspec: {}\r\n',
    'metadata:\r\n  labels:\r\n    a: b\r\n    # c: d\r\n  annotations:\r\n    networks: a@net1,b@net2\r\n    status: \'{"a":1}\'\r\n  # the pod\r\nspec: {}\r\n',
  ],
  [
    'the file ends with a label that is commented out',
    [add.annotations],
    'metadata:\n  labels:\n    a: b\n    # c: d',
    'metadata:\n  labels:\n    a: b\n    # c: d\n  annotations:\n    networks: a@net1,b@net2\n    status: \'{"a":1}\'',
  ],
  [
    'the last value has lines and empty lines of its own',
    [add.status],
    'metadata:\n  annotations:\n    a: |\n      one\n\n      two\n\n  name: a\n',
    'metadata:\n  annotations:\n    a: |\n      one\n\n      two\n    status: \'{"a":1}\'\n\n  name: a\n',
  ],
  [
    'the last value keeps the empty lines behind it',
    [add.status],
    'metadata:\n  annotations:\n    a: |+\n      one\n\n  name: a\n',
    'metadata:\n  annotations:\n    a: |+\n      one\n\n    status: \'{"a":1}\'\n  name: a\n',
  ],
  [
    'the last value is quoted and goes on without indentation',
    [add.status],
    "metadata:\n  annotations:\n    a: '{\n}'\n  name: a\n",
    "metadata:\n  annotations:\n    a: '{\n}'\n    status: '{\"a\":1}'\n  name: a\n",
  ],
  [
    'annotations: with nothing behind it',
    [add.annotations],
    'metadata:\n  annotations: # none yet\n  name: a\n',
    'metadata:\n  annotations: # none yet\n    networks: a@net1,b@net2\n    status: \'{"a":1}\'\n  name: a\n',
  ],
  [
    'annotations: ~ gives the null up, and keeps its comment',
    [add.annotations],
    'metadata:\n  annotations: ~ # none yet\n  name: a\n',
    'metadata:\n  annotations: # none yet\n    networks: a@net1,b@net2\n    status: \'{"a":1}\'\n  name: a\n',
  ],
  [
    'annotations: {} gives the braces up',
    [add.status],
    'metadata:\n  annotations: {}\n  name: a\n',
    'metadata:\n  annotations:\n    status: \'{"a":1}\'\n  name: a\n',
  ],
  [
    'braces with a comment in them stay',
    [add.status],
    'metadata:\n  annotations: { # none yet\n  }\n  name: a\n',
    'metadata:\n  annotations: { status: \'{"a":1}\' # none yet\n  }\n  name: a\n',
  ],
  [
    'a file without a last line break stays without one',
    [add.status],
    'metadata:\n  annotations:\n    a: b',
    'metadata:\n  annotations:\n    a: b\n    status: \'{"a":1}\'',
  ],
  [
    'CRLF, where only the colon ends the last line',
    [add.status],
    'metadata:\r\n  annotations:\r\n    a:\r\n  name: a\r\n',
    'metadata:\r\n  annotations:\r\n    a:\r\n    status: \'{"a":1}\'\r\n  name: a\r\n',
  ],
  [
    'keys in quotes, and values in single quotes beside ours',
    [add.annotations],
    "metadata:\n  'name': 'a'\n  'annotations':\n",
    "metadata:\n  'name': 'a'\n  'annotations':\n    networks: a@net1,b@net2\n    status: '{\"a\":1}'\n",
  ],
]

const containers: Case[] = [
  [
    'a container without resources, its list not indented',
    [add.resources],
    'spec:\n  containers:\n  - name: a\n    image: b\n  - name: c\n',
    'spec:\n  containers:\n  - name: a\n    image: b\n    resources:\n      requests:\n        x/vf: "2"\n      limits:\n        x/vf: "2"\n  - name: c\n',
  ],
  [
    'a container in a list that is indented, with more blanks behind the dash',
    [add.resources],
    'spec:\n    containers:\n      -   name: a\n    hostNetwork: false\n',
    'spec:\n    containers:\n      -   name: a\n          resources:\n              requests:\n                  x/vf: "2"\n              limits:\n                  x/vf: "2"\n    hostNetwork: false\n',
  ],
  [
    'both maps of quantities end where the container ends: the inner one first',
    [add.limits, add.request],
    'spec:\n  containers:\n  - name: a\n    resources:\n      requests:\n        cpu: 1 # one\n  # end\n',
    'spec:\n  containers:\n  - name: a\n    resources:\n      requests:\n        cpu: 1 # one\n        x/vf: "2"\n      limits:\n        x/vf: "2"\n  # end\n',
  ],
  [
    'resources: {}',
    [add.requests, add.limits],
    'spec:\n  containers:\n  - resources: {}\n    name: a\n',
    'spec:\n  containers:\n  - resources:\n      requests:\n        x/vf: "2"\n      limits:\n        x/vf: "2"\n    name: a\n',
  ],
  [
    'a request that is commented out stays with the requests',
    [add.request, add.limits],
    'spec:\n  containers:\n  - name: a\n    resources:\n      requests:\n        cpu: 1\n        # memory: 1Gi\n    # end\n',
    'spec:\n  containers:\n  - name: a\n    resources:\n      requests:\n        cpu: 1\n        x/vf: "2"\n        # memory: 1Gi\n      limits:\n        x/vf: "2"\n    # end\n',
  ],
  [
    '{} on a line of its own, as Helm prints it',
    [add.requests, add.limits],
    'spec:\n  containers:\n    - name: a\n      resources:\n        {}\n      \n      image: b\n',
    'spec:\n  containers:\n    - name: a\n      resources:\n        requests:\n          x/vf: "2"\n        limits:\n          x/vf: "2"\n      \n      image: b\n',
  ],
  [
    '{} on a line of its own, with CRLF',
    [add.limits],
    'spec:\r\n  containers:\r\n  - resources:\r\n      {}\r\n',
    'spec:\r\n  containers:\r\n  - resources:\r\n      limits:\r\n        x/vf: "2"\r\n',
  ],
  [
    '{} on a line of its own, at the end of a file',
    [add.requests],
    'spec:\n  containers:\n  - resources:\n      {}',
    'spec:\n  containers:\n  - resources:\n      requests:\n        x/vf: "2"',
  ],
  [
    '{} with a comment behind it on a line of its own',
    [add.limits],
    'spec:\n  containers:\n  - resources:\n      {} # none\n',
    'spec:\n  containers:\n  - resources:\n      {limits: {x/vf: "2"}} # none\n',
  ],
  [
    'a quantity keeps its quotes; a number gets some, since the new value is a text',
    [
      { ...add.request, op: 'replace' },
      { ...add.limit, op: 'replace' },
    ],
    "spec:\n  containers:\n  - name: a\n    resources:\n      requests: {x/vf: '1'}\n      limits:\n        x/vf: 1 # all\n",
    'spec:\n  containers:\n  - name: a\n    resources:\n      requests: {x/vf: \'2\'}\n      limits:\n        x/vf: "2" # all\n',
  ],
]

for (const [name, operations, before, after] of [...annotations, ...containers]) {
  t.test(name, async t => {
    t.equal(editedFile(head + before, operations), head + after)
  })
}

t.test('the pod of a Deployment in a List behind another document', async t => {
  const before =
    'kind: A\napiVersion: b\n---\napiVersion: v1\nkind: List\nitems:\n- apiVersion: apps/v1\n  kind: Deployment\n'
  const spec = '  spec:\n    template:\n      metadata:\n        annotations: {a: b}\n- apiVersion: v1\n  kind: Pod\n'
  t.equal(
    editedFile(before + spec, [add.status], ['spec', 'template'], 1),
    before + spec.replace('{a: b}', '{a: b, status: \'{"a":1}\'}'),
  )
})

t.test('no operations, no edits', async t => {
  t.equal(editedFile(head, []), head)
})
