import t from 'tap'
import { expectProblem } from './expect-problem.ts'

const cases = [
  {
    name: 'the OpenShift page: kind under a quoted apiVersion',
    text: 'apiVersion: "k8s.cni.cncf.io/v1"\n    kind: NetworkAttachmentDefinition\n    metadata:\n      name: bond-net1\n',
    at: '2:5',
    message: /`kind:` is indented under `apiVersion:`, which already has a value/,
    fix: /Move line 2 and all below it 4 columns to the left/,
  },
  {
    name: 'the OpenShift page: kind under a plain apiVersion',
    text: 'apiVersion: v1\n    kind: Pod\n    metadata:\n      name: a\n',
    at: '2:5',
    message: /`kind:` is indented under `apiVersion:`/,
    fix: /Move line 2 and all below it 4 columns/,
  },
  {
    name: 'in the second document, behind a comment',
    text: '# one\n---\n# two\napiVersion: v1 # v1\n  # three\n  kind: Pod\n',
    at: '6:3',
    message: /kind/,
    fix: /Move line 6 and all below it 2 columns/,
  },
  {
    name: 'a field under a field',
    text: 'metadata:\n  name: a\n    namespace: b\n',
    at: '3:5',
    message: /`namespace:` is indented under `name:`/,
    fix: /Begin line 3 in the column of `name:`/,
  },
  {
    name: 'in a list',
    text: 'containers:\n- name: a\n    image: b\n',
    at: '3:5',
    message: /`image:` is indented under `name:`/,
  },
  {
    name: 'a key that lost its indentation',
    text: 'metadata:\nname: a\n  namespace: b\n',
    at: '3:3',
    message: /`namespace:` is indented under `name:`/,
  },
]

for (const example of cases) expectProblem(t, 'key-under-value', example)
