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
  {
    name: 'a text that ends at the quote of another, lines below',
    text: 'a: "b\nc: d\ne:\n  f: "g"\n',
    at: '1:4',
    message: /goes on to the next ", in line 4, column 6/,
    fix: /where it should end/,
  },
  {
    name: 'the config of a network that ends at the quote of another text',
    text: "spec:\n  config: '{\n  }\nstatus: 'x'\n",
    at: '2:11',
    message: /goes on to the next ', in line 4, column 9/,
  },
  {
    name: 'JSON whose first quote is missing',
    text: "spec:\n  config: {\n  }'\n",
    at: '3:4',
    message: /this ' ends a text that nothing began/,
    fix: /in front of the bracket/,
  },
  {
    name: 'typographic quotes',
    text: 'spec:\n  config: ‘{\n  “type”: “bond”\n  }’\n',
    at: '3:3',
    message: /“ is a typographic quote/,
    fix: /other lines/,
  },
]

for (const example of cases) expectProblem(t, 'quote', example)
