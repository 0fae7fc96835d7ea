import t from 'tap'
import { readDocuments } from '../../../src/manifests/read-documents.ts'
import { expectProblem } from './expect-problem.ts'

const pod = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n'

const cases = [
  {
    name: 'a here-document of cat',
    text: `cat <<EOF | kubectl apply -f -\n${pod}EOF\n`,
    at: '1:1',
    message: /`cat <<EOF \| kubectl apply -f -` is a shell command/,
    fix: /between this line and the line EOF/,
  },
  {
    name: 'a here-document of kubectl',
    text: `kubectl create -f - <<'YAML'\n${pod}YAML\n`,
    at: '1:1',
    message: /here-document/,
    fix: /the line YAML/,
  },
  {
    name: 'a here-document behind a prompt',
    text: `$ cat > pod.yaml <<-END\n${pod}END\n`,
    at: '1:1',
    message: /here-document/,
    fix: /the line END/,
  },
  {
    name: 'only its end is left',
    text: `${pod}EOF\n`,
    at: '5:1',
    message: /`EOF` is the end of a here-document/,
    fix: /Take the line EOF out/,
  },
  {
    name: 'a fence of Markdown',
    text: `\`\`\`yaml\n${pod}\`\`\`\n`,
    at: '1:1',
    message: /code fence of Markdown/,
    fix: /with ``` out/,
  },
  {
    name: 'a command behind a prompt',
    text: `$ oc apply -f pod.yaml\n${pod}`,
    at: '1:1',
    message: /`\$ oc apply -f pod.yaml` is a shell command, not YAML/,
  },
  { name: 'a command without one', text: `kubectl apply -f pod.yaml\n${pod}`, at: '1:1', message: /a shell command/ },
  {
    name: 'an omission',
    text: `${pod}spec:\n  ...\n  containers: []\n`,
    at: '6:3',
    message: /`\.\.\.` is an omission/,
  },
  {
    name: 'in a document behind a good one',
    text: `a: 1\n---\n${pod}EOF\n`.replace('a: 1\n', ''),
    at: '6:1',
    message: /EOF/,
  },
]

for (const example of cases) expectProblem(t, 'foreign-line', example)

t.test('the same words inside a text are no foreign lines', async t => {
  const script = 'data:\n  run: |\n    cat <<EOF | kubectl apply -f -\n    a: b\n    EOF\n'
  t.strictSame(readDocuments(`apiVersion: v1\nkind: ConfigMap\n${script}`, 'a.yaml').problems, [])
})
