import t from 'tap'
import { expectProblem } from './expect-problem.ts'

const cases = [
  {
    name: 'the last line of JSON, further left than the rest',
    text: 'spec:\n  config: |\n    {\n      "type": "bond"\n   }\n',
    at: '5:4',
    message: /`}` is indented less than the text above it, which ends there/,
    fix: /column 5 or further right/,
  },
  {
    name: 'a line in the middle',
    text: 'spec:\n  config: |\n      {\n    "type": "bond"\n      }\n',
    at: '4:5',
    message: /`"type": "bond"` is indented less/,
    fix: /column 7/,
  },
  {
    name: 'a text that is not indented at all',
    text: 'spec:\n  config: |\n  {\n  }\n',
    at: '3:3',
    message: /announces is not indented under it/,
  },
]

for (const example of cases) expectProblem(t, 'indentation', example)

expectProblem(t, 'bracket', {
  name: 'a bracket behind a text in quotes is one too many',
  text: "spec:\n  config: '{\n    }'\n  }\n",
  at: '4:3',
  message: /this } closes nothing/,
})
