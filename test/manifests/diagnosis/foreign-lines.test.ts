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
  ...[
    { name: 'a prompt of bash with a command', line: '[root@master ~]# cat pod.yaml', message: /a shell prompt/ },
    { name: 'a prompt of Debian', line: 'root@node:~/k8s$ cat pod.yaml', message: /a shell prompt/ },
    { name: 'a prompt in a container', line: 'sh-4.4# cat pod.yaml', message: /a shell prompt/ },
    { name: 'an editor', line: 'vi pod.yaml', message: /a shell command/ },
    { name: 'markup around code', line: '<pre><code>', message: /HTML/ },
    { name: 'a page in the place of the file', line: '<!DOCTYPE html>', message: /HTML/ },
    { name: 'what kubectl printed', line: 'pod/a created', message: /what kubectl printed/ },
  ].map(({ name, line, message }) => ({ name, text: `${line}\n${pod}`, at: '1:1', message })),
  {
    name: 'what kubectl said behind the manifest',
    text: `${pod}pod/a configured\n`,
    at: '5:1',
    message: /`pod\/a configured` is what kubectl printed/,
    fix: /Take the line out/,
  },
  {
    name: 'a directive of reStructuredText',
    text: `.. code-block:: yaml\n\n${pod.replaceAll(/^(?=.)/gm, '   ')}`,
    at: '1:1',
    message: /markup/,
  },
  {
    name: 'a quoted mail',
    text: pod.replaceAll(/^(?=.)/gm, '> '),
    at: '1:1',
    message: /as mails and Markdown quote it/,
    fix: /Take the > /,
  },
  {
    name: 'lines with their numbers',
    text: pod
      .split('\n')
      .map((line, index) => `${index + 1}: ${line}`)
      .join('\n'),
    at: '1:1',
    message: /its number in front/,
  },
  {
    name: 'what kubectl describe prints',
    text: 'Name:         a\nAnnotations:  b: c\n              d: e\n',
    at: '1:1',
    message: /kubectl describe/,
    fix: /-o yaml/,
  },
  { name: 'an entity of HTML', text: `${pod}spec: &quot;a&quot;\n`, at: '5:7', message: /`&quot;` .* HTML/ },
]

for (const example of cases) expectProblem(t, 'foreign-line', example)

t.test('the same words inside a text do not explain a mistake elsewhere', async t => {
  const script =
    "data:\n  run: |\n    cat <<EOF | kubectl apply -f -\n    {{ if a }}\n    EOF\n  say: '\n    ```\n    '\n"
  for (const [mistake, cause] of [
    ['spec: <1>\n  a: b\n', 'callout'],
    ['spec:\n\ta: b\n', 'tab'],
    ['spec: a\n  b: c\n', 'key-under-value'],
  ] as const) {
    for (const text of [script + mistake, mistake + script])
      t.match(readDocuments(`apiVersion: v1\nkind: ConfigMap\n${text}`, 'a.yaml').problems, [{ cause }], cause)
  }
})

t.test('the same words inside a text are no foreign lines', async t => {
  const script = 'data:\n  run: |\n    cat <<EOF | kubectl apply -f -\n    a: b\n    EOF\n'
  t.strictSame(readDocuments(`apiVersion: v1\nkind: ConfigMap\n${script}`, 'a.yaml').problems, [])
})
