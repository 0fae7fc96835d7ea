import t from 'tap'
import { expectProblem } from './expect-problem.ts'

const tabs = [
  {
    name: 'a tab as indentation',
    text: 'a:\n\tb: 1\n',
    at: '2:1',
    message: /a tab where YAML wants blanks$/,
    fix: /Replace the tabs/,
  },
  { name: 'a tab before a comment', text: 'a: 1\n\t# c\n', at: '2:1', message: /also before a comment/ },
  { name: 'a tab behind blanks', text: 'a:\n  b: 1\n  \tc: 2\n', at: '3:3', message: /a tab/ },
  { name: 'a line of one tab', text: 'a:\n  b: 1\n\t\nc: 2\n', at: '3:1', message: /a tab/ },
  { name: 'a tab in a literal at the left edge', text: 'a: |\n\tb\n', at: '2:1', message: /a tab/ },
]
const others = [
  {
    name: 'a no-break space as indentation',
    text: 'a:\n\u00a0 b: 1\n  c: 2\n',
    at: '2:1',
    message: /\\u00A0, which is no blank/,
  },
  {
    name: 'a no-break space behind a colon',
    text: 'a: 1\nb:\u00a0c\nd: 2\n',
    at: '2:3',
    message: /\\u00A0/,
    fix: /by a blank/,
  },
  { name: 'an at sign', text: 'a: @b\n', at: '1:4', message: /nothing can begin with @ here/, fix: /in quotes/ },
  { name: 'a backtick', text: 'a: `b`\n', at: '1:4', message: /begin with `/ },
  { name: 'a percent sign', text: 'a:\n- %b\n', at: '2:3', message: /begin with %/ },
  { name: 'a control character', text: 'a: b\u001b[0m\n', at: '1:5', message: /U\+001B/ },
]

for (const example of tabs) expectProblem(t, 'tab', example)
for (const example of others) expectProblem(t, 'character', example)
