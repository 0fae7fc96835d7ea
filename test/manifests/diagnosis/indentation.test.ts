import t from 'tap'
import { expectProblem } from './expect-problem.ts'

const cases = [
  {
    name: 'a literal at the left edge',
    text: 'spec:\n  config: |\n{\n"type": "bond"\n}\n',
    at: '3:1',
    message: /the text that `config: \|` announces is not indented under it/,
    fix: /column 5 or further right/,
  },
  {
    name: 'a folded text in the column of its key',
    text: 'spec:\n  config: >-\n  {}\n',
    at: '3:3',
    message: /announces/,
    fix: /column 5/,
  },
  {
    name: 'between two columns',
    text: 'containers:\n  - name: a\n image: b\n',
    at: '3:2',
    message: /`image: b` begins in column 2; .* begins in columns 1 and 5/,
  },
  { name: 'left of its siblings', text: 'a:\n    b: 1\n  c: 2\n', at: '3:3', message: /columns 1 and 5/ },
  {
    name: 'a key in the column of its dash',
    text: 'l:\n  - a: 1\n  b: 2\n',
    at: '3:3',
    message: /begins in column 3; .* columns 1 and 5/,
  },
  {
    name: 'a list item left of the others',
    text: 'l:\n  - a\n - b\n',
    at: '3:2',
    message: /`- b` begins in column 2; .* begins in column 3/,
  },
  {
    name: 'behind a text in quotes',
    text: "spec:\n  config: '{\n  }'\n other: 1\n",
    at: '4:2',
    message: /columns 1 and 3/,
  },
  {
    name: 'a key left of its list item',
    text: 'l:\n  - name: a\n   image: b\n    command: c\n',
    at: '3:4',
    message: /`image: b` begins in column 4; .* begins in columns 1 and 5/,
  },
  {
    name: 'a list item among keys',
    text: 'l:\n  - command: [c]\n    - image: b\n',
    at: '3:5',
    message: /`- image: b` begins in column 5; .* begins in column 3/,
  },
]

for (const example of cases) expectProblem(t, 'indentation', example)
