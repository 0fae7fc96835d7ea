import t from 'tap'
import { expectProblem } from './expect-problem.ts'

const cases = [
  {
    name: "a ' that never ends",
    text: "a: 1\nb: 'c\nd: e\n",
    at: '2:4',
    message: /begins here with ' never ends/,
    fix: /written ''/,
  },
  {
    name: 'a " that never ends',
    text: 'b: "c\nd: e\n',
    at: '1:4',
    message: /begins here with " never ends/,
    fix: /written \\"/,
  },
  {
    name: 'the config of a network that never ends',
    text: "spec:\n  config: '{\n  }\n",
    at: '2:11',
    message: /never ends/,
  },
  {
    name: 'an apostrophe in single quotes',
    text: "a: 'it's'\nb: c\n",
    at: '1:7',
    message: /this ' ends the text that begins in line 1, column 4/,
    fix: /written ''/,
  },
  {
    name: 'an apostrophe lines later',
    text: `spec:\n  config: '{\n  "a": "it's"\n  }'\n`,
    at: '3:11',
    message: /begins in line 2, column 11/,
  },
  {
    name: 'JSON in double quotes, not escaped',
    text: 'config: "{"type": "bond"}"\n',
    at: '1:11',
    message: /this " ends the text that begins in line 1, column 9/,
    fix: /written \\"/,
  },
]

for (const example of cases) expectProblem(t, 'quote', example)
