import t from 'tap'
import { expectProblem } from './expect-problem.ts'

const cases = [
  {
    name: 'a pattern of a shell',
    text: 'a: *.log\n',
    at: '1:4',
    message: /`\*\.log` begins like/,
    fix: /begin with \*/,
  },
  {
    name: 'an anchor without a name',
    text: 'a: &\nb: c\n',
    at: '1:4',
    message: /`&` begins like the name of an anchor/,
  },
  { name: 'a name with a dot', text: 'a: &b.c d\n', at: '1:4', message: /`&b\.c`/, fix: /begin with &/ },
  { name: 'a name with an accent', text: 'a: &é d\n', at: '1:4', message: /letters, digits, _ and -/ },
]

for (const example of cases) expectProblem(t, 'alias', example)

expectProblem(t, 'foreign-line', {
  name: 'an entity of HTML',
  text: 'a: &#34;b&#34;\n',
  at: '1:4',
  message: /`&#34;` is a character as HTML writes it/,
  fix: /Write the character itself/,
})
