import t from 'tap'
import { expectProblem } from './expect-problem.ts'

const pod = 'apiVersion: v1\nkind: Pod\n'

const cases = [
  {
    name: 'a version',
    text: `%YAML 1.1\n---\n`,
    at: '1:1',
    message: /`%YAML 1.1` is a directive/,
    fix: /Take the line out/,
  },
  { name: 'without a separator', text: `%YAML 1.1\n${pod}`, at: '1:1', message: /directive/ },
  { name: 'behind a comment', text: `# a pod\n%TAG ! tag:a,2000:\n`, at: '2:1', message: /%TAG/ },
  { name: 'behind a document that is over', text: `  a: 1\n%x\n`, at: '2:1', message: /%x/ },
]

for (const example of cases) expectProblem(t, 'syntax', example)
