import t from 'tap'
import { judged, type MarkedMistake } from './marked.ts'

const commas: readonly MarkedMistake[] = [
  {
    name: 'missing at the end of a line',
    text: '{\n  "mode": "active-backup"‸\n  "miimon": "100"\n}',
    found: 'no comma after `"active-backup"`',
    fix: 'Write a comma',
  },
  {
    name: 'missing behind a number',
    text: '{"mtu": 1500‸ "a": 1}',
    found: 'no comma after "1500"',
    fix: 'Write a comma',
  },
  { name: 'missing behind a word', text: '{"a": true‸ "b": 1}', found: 'no comma after "true"', fix: 'Write a comma' },
  { name: 'missing behind an object', text: '[{"a": 1}‸ {"a": 2}]', found: 'no comma after "}"', fix: 'Write a comma' },
  { name: 'missing behind a list', text: '{"a": []‸ "b": 1}', found: 'no comma after "]"', fix: 'Write a comma' },
  { name: 'missing between texts', text: '["a"‸ "b"]', found: 'no comma after `"a"`', fix: 'Write a comma' },
  { name: 'missing with nothing between', text: '{"a":1‸"b":2}', found: 'no comma after "1"', fix: 'Write a comma' },
  { name: 'missing before a bare word', text: '{"a": 1‸ b: 2}', found: 'no comma after "1"', fix: 'Write a comma' },
  {
    name: 'before a closing brace',
    text: '{"a": 1‸,\n}',
    found: 'a comma before the closing "}"',
    fix: 'Take the comma out',
  },
  {
    name: 'before a closing bracket',
    text: '[{"name": "net1"}‸,\n]',
    found: 'a comma before the closing "]"',
    fix: 'Take the comma out',
  },
  {
    name: 'before a closing bracket inside',
    text: '{"links": ["a"‸,], "b": 1}',
    found: 'a comma before the closing "]"',
    fix: 'Take the comma out',
  },
  { name: 'twice in an object', text: '{"a": 1,‸, "b": 2}', found: 'two commas in a row', fix: 'Take the comma out' },
  { name: 'twice in a list', text: '[1, ‸, 2]', found: 'two commas in a row', fix: 'Take the comma out' },
  {
    name: 'first in an object',
    text: '{‸, "a": 1}',
    found: 'a comma before the first value',
    fix: 'Take the comma out',
  },
  { name: 'first in a list', text: '[‸,1]', found: 'a comma before the first value', fix: 'Take the comma out' },
  { name: 'a semicolon', text: '{"a": 1‸; "b": 2}', found: 'a semicolon', fix: 'Write a comma' },
  { name: 'a semicolon behind a text', text: '["a"‸; "b"]', found: 'a semicolon', fix: 'Write a comma' },
]

const colons: readonly MarkedMistake[] = [
  {
    name: 'missing before a number',
    text: '{"mtu"‸ 1500}',
    found: 'no ":" after the key "mtu"',
    fix: 'Write ":" between key and value',
  },
  {
    name: 'missing before a text',
    text: '{"mode"‸ "x"}',
    found: 'no ":" after the key "mode"',
    fix: 'Write ":" between key and value',
  },
  {
    name: 'missing before an object',
    text: '{"ipam"‸\n{}}',
    found: 'no ":" after the key "ipam"',
    fix: 'Write ":" between key and value',
  },
  { name: 'an equals sign', text: '{"mtu" ‸= 1500}', found: '"=" after the key "mtu"', fix: 'Write ":"' },
  { name: 'an arrow', text: '{"mtu" ‸=> 1500}', found: '"=" after the key "mtu"', fix: 'Write ":"' },
  {
    name: 'no value, then the end',
    text: '{"mtu": ‸}',
    found: 'the key "mtu" has no value',
    fix: 'Write a value, or take "mtu" out',
  },
  {
    name: 'no value, then a comma',
    text: '{"mtu":‸, "a": 1}',
    found: 'the key "mtu" has no value',
    fix: 'Write a value, or take "mtu" out',
  },
  {
    name: 'neither colon nor value',
    text: '{"a": 1, ‸"mtu"}',
    found: '"mtu" has no value',
    fix: 'Write ":" and a value behind it; a list has [ ] instead of { }',
  },
  {
    name: 'braces instead of brackets',
    text: '{‸"net1", "net2"}',
    found: '"net1" has no value',
    fix: 'Write ":" and a value behind it; a list has [ ] instead of { }',
  },
  {
    name: 'brackets instead of braces',
    text: '[‸"name": "net1"]',
    found: 'a key and a value directly in a list',
    fix: 'Put { } around them',
  },
]

for (const [title, mistakes] of Object.entries({ commas, colons })) {
  t.test(title, async t => {
    for (const mistake of mistakes) {
      const { seen, expected } = judged(mistake)
      t.same(seen, expected, mistake.name)
    }
  })
}
