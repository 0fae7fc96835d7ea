import t from 'tap'
import { progressLine } from '../../src/cli/progress-line.ts'

/** What is written while a command is this far after so many milliseconds each. */
function written(terminal: boolean, steps: readonly (readonly [at: number, done: number])[]): readonly string[] {
  const texts: string[] = []
  let time = 5000
  const line = progressLine({ stderr: text => texts.push(text), terminal }, () => time)
  for (const [at, done] of steps) {
    time = 5000 + at
    line.show('files read', done, 90)
  }
  line.erase()
  line.erase()
  return texts
}

const blank = '\r\u001b[K'
const cases: readonly {
  readonly name: string
  readonly terminal?: false
  readonly steps: readonly (readonly [at: number, done: number])[]
  readonly texts: readonly string[]
}[] = [
  { name: 'nothing, where it takes no second', steps: [[0, 1], [999, 90]], texts: [] }, // prettier-ignore
  {
    name: 'how far it is after a second, erased at the end',
    steps: [[0, 1], [1000, 40]], // prettier-ignore
    texts: [`${blank}files read: 40 of 90`, blank],
  },
  {
    name: 'not every step',
    steps: [[1000, 40], [1050, 41], [1100, 42]], // prettier-ignore
    texts: [`${blank}files read: 40 of 90`, `${blank}files read: 42 of 90`, blank],
  },
  { name: 'nothing, where nobody looks', terminal: false, steps: [[2000, 40]], texts: [] },
]
for (const { name, terminal = true, steps, texts } of cases) {
  t.test(`shown: ${name}`, async t => t.strictSame(written(terminal, steps), texts))
}
