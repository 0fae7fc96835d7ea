import t from 'tap'
import { judged, type MarkedMistake } from './marked.ts'

const missing: readonly MarkedMistake[] = [
  {
    name: 'the last brace',
    text: '{"type": "bond", "ipam": {"type": "static"}‸\n',
    found: 'the text ends before the object is closed',
    fix: 'Add "}" at the end',
  },
  {
    name: 'the last two',
    text: '[{"name": "net1"‸',
    found: 'the text ends before the object is closed',
    fix: 'Add "}]" at the end',
  },
  {
    name: 'those of a list under a key',
    text: '{"links": [{"name": "net1"}‸',
    found: 'the text ends before the list "links" is closed',
    fix: 'Add "]}" at the end',
  },
  {
    name: 'everything behind the first brace',
    text: '{‸',
    found: 'the text ends before the object is closed',
    fix: 'Add "}" at the end',
  },
  {
    name: 'the end, after a comma',
    text: '{"a": 1,‸',
    found: 'the text ends before the object is closed',
    fix: 'Take the last comma out and add "}"',
  },
  {
    name: 'the end, after a comma in a list',
    text: '["a",‸ ',
    found: 'the text ends before the list is closed',
    fix: 'Take the last comma out and add "]"',
  },
  {
    name: 'the end, after a colon',
    text: '{"a":‸',
    found: 'the text ends before the object is closed',
    fix: 'Write a value for "a", then "}"',
  },
  {
    name: 'the end, after a key',
    text: '{"a": 1, "b"‸',
    found: 'the text ends before the object is closed',
    fix: 'Write a value for "b", then "}"',
  },
  {
    name: 'a bracket in the middle',
    text: '{"links": [{"name": "net1"}, {"name": "net2"}‸}',
    found: 'a "}" before the list "links" is closed',
    fix: 'Write "]" before it',
  },
  {
    name: 'a brace in the middle',
    text: '[{"name": "net1"‸]',
    found: 'a "]" before the object is closed',
    fix: 'Write "}" before it',
  },
  {
    name: 'the braces around it all',
    text: '‸"type": "bond", "mode": "x"',
    found: 'a key and a value without braces around them',
    fix: 'Put "{" at the start and "}" at the end',
  },
  {
    name: 'the first brace',
    text: '‸"type": "bond"}\n',
    found: 'a key and a value without braces around them',
    fix: 'Put "{" at the start',
  },
  {
    name: 'the list around several objects',
    text: '{"name": "net1"}‸,\n{"name": "net2"}',
    found: 'several objects without a list around them',
    fix: 'Put "[" at the start and "]" at the end',
  },
  {
    name: 'the bracket before several objects',
    text: '{"name": "net1"}‸, {"name": "net2"}]',
    found: 'several objects without a list around them',
    fix: 'Put "[" at the start',
  },
]

const surplus: readonly MarkedMistake[] = [
  { name: 'a brace at the end', text: '{"a": 1}‸}', found: 'a "}" too many', fix: 'Take it out' },
  { name: 'a bracket at the end', text: '[1]\n‸]', found: 'a "]" too many', fix: 'Take it out' },
  {
    name: 'a brace in a list',
    text: '{"links": [{"name": "net1"}‸}, {"name": "net2"}]}',
    found: 'a "}" too many',
    fix: 'Take it out',
  },
  { name: 'a bracket in an object', text: '{"links": []‸], "mtu": 1}', found: 'a "]" too many', fix: 'Take it out' },
  { name: 'nothing but a brace', text: '‸}', found: 'a "}" too many', fix: 'Take it out' },
  {
    name: 'a brace before the last keys',
    text: '{"ipam": {"type": "static"}‸}, "mtu": 1500}',
    found: '"}" ends it all, but more follows',
    fix: 'Take it out, or move it to the end',
  },
  {
    name: 'a bracket before the last elements',
    text: '[{"name": "net1"}‸], {"name": "net2"}]',
    found: '"]" ends it all, but more follows',
    fix: 'Take it out, or move it to the end',
  },
  { name: 'a comma at the very end', text: '{"a": 1}‸,\n', found: 'a comma behind the end', fix: 'Take the comma out' },
  {
    name: 'a second value',
    text: '{"a": 1}\n‸{"b": 2}',
    found: 'a second value after the end of the first',
    fix: 'Keep one; several objects belong into a list: [ ]',
  },
  { name: 'a word at the end', text: '{"a": 1} ‸EOF', found: '"EOF" after the end of the JSON', fix: 'Take it out' },
  {
    name: 'a second document of YAML',
    text: '{"a": 1}\n‸---\nb',
    found: '"--- b" after the end of the JSON',
    fix: 'Take it out',
  },
]

const mixedUp: readonly MarkedMistake[] = [
  {
    name: 'a list closed like an object',
    text: '{"links": ["a", "b"‸}, "mtu": 1}',
    found: '"}" closes the list "links"',
    fix: 'Write "]"',
  },
  {
    name: 'an object closed like a list',
    text: '{"ipam": {"type": "static"‸], "mtu": 1}',
    found: '"]" closes the object "ipam"',
    fix: 'Write "}"',
  },
  { name: 'the outermost object', text: '{"a": 1‸]', found: '"]" closes the object', fix: 'Write "}"' },
  { name: 'an empty object', text: '{‸]', found: '"]" closes the object', fix: 'Write "}"' },
  { name: 'an empty list', text: '{"a": [‸}}', found: '"}" closes the list "a"', fix: 'Write "]"' },
  {
    name: 'more than 10000 levels',
    text: `${'['.repeat(10_000)}‸[`,
    found: 'more than 10000 objects and lists inside each other',
    fix: 'Nest less',
  },
]

for (const [title, mistakes] of Object.entries({ missing, surplus, mixedUp })) {
  t.test(title, async t => {
    for (const mistake of mistakes) {
      const { seen, expected } = judged(mistake)
      t.same(seen, expected, mistake.name)
    }
  })
}
