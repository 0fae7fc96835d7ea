import t from 'tap'
import { expectProblem } from './expect-problem.ts'

const cases = [
  {
    name: 'a [ that is never closed',
    text: 'a: [1, 2\nb: c\n',
    at: '1:4',
    message: /this \[ is never closed/,
    fix: /Write \]/,
  },
  {
    name: 'a { that is never closed',
    text: 'a: {b: [1]\nc: d\n',
    at: '1:4',
    message: /this \{ is never closed/,
    fix: /Write \}/,
  },
  { name: 'a } too many', text: 'a: {b: 1}}\nc: d\n', at: '1:10', message: /this \} closes nothing/ },
  { name: 'a ] too many', text: 'a: [1]]\n', at: '1:7', message: /this \] closes nothing/ },
  {
    name: 'a comma too few in a list',
    text: 'a: ["b" "c"]\n',
    at: '1:9',
    message: /a comma is missing before `"c"\]`/,
  },
  {
    name: 'a comma too few in a mapping',
    text: 'config: {\n  "type": "bond"\n  "mode": "x"\n}\n',
    at: '3:3',
    message: /a comma is missing before `"mode": "x"`/,
  },
  {
    name: 'a colon on the next line',
    text: 'a: {"b"\n: 1}\n',
    at: '1:5',
    message: /`"b"` and its colon are not on one line/,
  },
]

for (const example of cases) expectProblem(t, 'bracket', example)
