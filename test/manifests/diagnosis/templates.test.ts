import t from 'tap'
import { readDocuments } from '../../../src/manifests/read-documents.ts'
import { expectProblem } from './expect-problem.ts'

const head = 'apiVersion: v1\nkind: Pod\n'

const cases = [
  {
    name: 'a statement of Go templates',
    text: `${head}{{- if .Values.bond }}\nspec: {}\n{{- end }}\n`,
    at: '3:1',
    message: /`\{\{- if \.Values\.bond \}\}` is a placeholder/,
  },
  {
    name: 'an expression as a whole value, which is even valid YAML',
    text: `${head}metadata:\n  name: {{ .Values.name }}\n`,
    at: '4:9',
    message: /`\{\{ \.Values\.name \}\}` is a placeholder/,
    fix: /helm template/,
  },
  {
    name: 'an expression with text behind it',
    text: `${head}metadata:\n  name: {{ .Release.Name }}-bond\n`,
    at: '4:9',
    message: /placeholder/,
  },
  {
    name: 'an expression far from where the parser stops',
    text: `${head}metadata:\n  labels:\n    {{- include "x" . | nindent 4 }}\n  name: a\n`,
    at: '5:5',
    message: /include/,
  },
  { name: 'Jinja', text: `{% if bond %}\n${head}{% endif %}\n`, at: '1:1', message: /`\{% if bond %\}`/ },
  {
    name: 'variables in brackets',
    text: `${head}metadata:\n  finalizers: [\${A}, \${B}]\n`,
    at: '4:16',
    message: /`\$\{A\}` is a placeholder/,
  },
]

for (const example of cases) expectProblem(t, 'template', example)

t.test('an expression in quotes is a text like any other', async t => {
  t.strictSame(readDocuments(`${head}metadata:\n  name: "{{ .Values.name }}"\n`, 'a.yaml').problems, [])
})
