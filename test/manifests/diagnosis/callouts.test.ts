import t from 'tap'
import { readDocuments } from '../../../src/manifests/read-documents.ts'
import { expectProblem } from './expect-problem.ts'

const head = 'apiVersion: v1\nkind: Pod\n'

const cases = [
  { name: 'in a circle', text: `${head}spec: {} ①\n`, at: '3:10', message: /^① points/ },
  { name: 'in a circle, in the place of what comes below', text: `${head}spec: ❷\n  a: b\n`, at: '3:7', message: /❷/ },
  { name: 'in brackets', text: `${head}spec: (3)\n  a: b\n`, at: '3:7', message: /^\(3\) points/ },
  { name: 'on a line of its own', text: `${head}spec:\n<4>\n  a: b\n`, at: '4:1', message: /<4>/ },
  {
    name: 'behind a text in quotes',
    text: `${head}spec:\n  config: '{}' <1>\n`,
    at: '4:16',
    message: /<1> points to an explanation/,
    fix: /other lines/,
  },
  { name: 'behind a bracket', text: `${head}command: ["sleep", "INF"] <2>\nspec: {}\n`, at: '3:27', message: /<2>/ },
  { name: 'in the place of what comes below', text: `${head}spec: <1>\n  containers: []\n`, at: '3:7', message: /<1>/ },
  { name: 'in the place of a list below', text: `${head}containers: <12>\n- name: a\n`, at: '3:13', message: /<12>/ },
  {
    name: 'a bare number behind a comma',
    text: `${head}command: ["sleep", "INF"], 1\nspec: {}\n`,
    at: '3:28',
    message: /^1 points/,
  },
  {
    name: 'a bare number behind a bracket',
    text: `${head}command: ["sleep", "INF"] 1\nspec: {}\n`,
    at: '3:27',
    message: /^1 points/,
  },
  {
    name: 'a bare number where a mapping follows',
    text: `${head}spec: 1\n  containers: []\n`,
    at: '3:7',
    message: /^1 points/,
  },
]

for (const example of cases) expectProblem(t, 'callout', example)

t.test('a number that only stands near a mistake is no callout', async t => {
  for (const text of ['a: [1, 2\nb: c\n', 'a: 3\n\tb: 1\n', 'replicas: 3\n  name: x\n']) {
    const [problem] = readDocuments(head + text, 'a.yaml').problems
    t.not(problem?.cause, 'callout', text)
  }
})

t.test('a callout that kubectl takes as part of a value is a warning', async t => {
  const text = `${head}metadata:\n  name: a\n  annotations:\n    networks: demo/bond-net1 <1>\nspec:\n  nodeName: "b <2>"\n`
  const { objects, problems } = readDocuments(text, 'a.yaml')
  t.match(problems, [{ severity: 'warning', cause: 'callout', line: 6, column: 30 }])
  t.equal(problems.length, 1, 'in quotes it is meant')
  t.equal(objects.length, 1)
})
