import t from 'tap'
import { parseGoJson } from '../../../src/bonding/go-json.ts'
import { judged, type MarkedMistake } from './marked.ts'

t.test('what nobody recognises is named, with what was expected', async t => {
  const cases: readonly MarkedMistake[] = [
    {
      name: 'in the place of a key',
      text: '{‸{"a": 1}}',
      found: '"{" where a key in double quotes was expected',
      fix: 'Take it out or write a key in double quotes',
    },
    {
      name: 'in the place of a colon',
      text: '{"a" ‸? 1}',
      found: '"?" where ":" was expected',
      fix: 'Take it out or write ":"',
    },
    {
      name: 'in the place of a value',
      text: '[‸: 1]',
      found: '":" where a value was expected',
      fix: 'Take it out or write a value',
    },
    {
      name: 'in the place of a comma in a list',
      text: '[1 ‸| 2]',
      found: '"|" where "," or "]" was expected',
      fix: 'Take it out or write "," or "]"',
    },
    {
      name: 'in the place of a comma in an object',
      text: '{"a": "b" ‸|| 2}',
      found: '"||" where "," or "}" was expected',
      fix: 'Take it out or write "," or "}"',
    },
    {
      name: 'a second colon',
      text: '{"a": "b" ‸: 1}',
      found: '":" where "," or "}" was expected',
      fix: 'Take it out or write "," or "}"',
    },
    {
      name: 'a whole character, not half of it',
      text: '["a" ‸😀]',
      found: '"😀" where "," or "]" was expected',
      fix: 'Take it out or write "," or "]"',
    },
  ]
  for (const mistake of cases) {
    const { seen, expected } = judged(mistake)
    t.same(seen, expected, mistake.name)
  }
})

t.test('one cause, one problem: the first mistake in the text speaks', async t => {
  const cases: readonly MarkedMistake[] = [
    {
      name: 'a comment, although a brace is missing too',
      text: '{"a": 1 ‸// one\n',
      found: 'a comment (//); JSON has none',
      fix: 'Take the comment out',
    },
    {
      name: 'a callout, although the comma behind it is one too many',
      text: '{"mtu": 1500, ‸2\n}',
      found: '"2", a callout copied from documentation',
      fix: 'Take out this and all other callouts',
    },
    {
      name: 'a template, although it looks like two opening braces',
      text: '{"a": ‸{{ .b }}, "c": ',
      found: 'the template "{{ .b }}", not filled in',
      fix: 'Put the value in its place',
    },
    {
      name: 'a quote, although what follows is out of place',
      text: '{"mode": ‸"active-backup, "miimon": "100", "mtu": 1',
      found: 'the text "active-backup" is not closed',
      fix: 'Write "active-backup"',
    },
  ]
  for (const mistake of cases) {
    const { seen, expected } = judged(mistake)
    t.same(seen, expected, mistake.name)
  }
})

t.test('messages stay short, on one line, and quote the text without breaking it', async t => {
  const cases = [
    `{"a": ${'x'.repeat(500)}}`,
    `{"${'k'.repeat(500)}" 1}`,
    `["a" ${'y'.repeat(500)}]`,
    `{} ${'z '.repeat(500)}`,
    `{"a": {{ ${'.Values '.repeat(60)}}}}`,
    `{"a": '${'q'.repeat(150)}'}`,
    `"${'s'.repeat(500)}\n"`,
    `{${'k'.repeat(500)}: 1}`,
    `[+${'1'.repeat(500)}]`,
    `[0${'1'.repeat(500)}]`,
    `[${'1'.repeat(500)}x]`,
    `["${'a, '.repeat(500)}"x]`,
    '{"a": hello\tworld}',
    '{"a": "b"\n\n\nc}',
  ]
  for (const text of cases) {
    const reading = parseGoJson(text)
    const problem = reading.kind === 'not-json' ? reading.problem : undefined
    t.ok(problem && problem.found.length <= 90, `${problem?.found}`)
    t.ok(problem && !/[\n\t]/.test(problem.found + problem.fix), 'one line')
    t.ok(problem && problem.fix.length <= 250, 'a fix that can be pasted')
  }
})
