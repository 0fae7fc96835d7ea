import t from 'tap'
import { sameJson } from '../../../src/manifests/fix/same-json.ts'

const cases: readonly { name: string; a: string; b: string; same: boolean }[] = [
  { name: 'blanks do not count', a: '{"a":[1,null,true]}', b: '{ "a": [1, null,\n true] }', same: true },
  { name: 'nor do escapes', a: '{"a":"\\u0062"}', b: '{"a":"b"}', same: true },
  { name: 'the order of keys does, as Go reads in it', a: '{"a":1,"b":2}', b: '{"b":2,"a":1}', same: false },
  { name: 'so do repeats', a: '{"a":1,"a":1}', b: '{"a":1}', same: false },
  { name: 'and the spelling of a number', a: '{"a":1}', b: '{"a":1.0}', same: false },
  { name: 'another kind of value', a: '{"a":1}', b: '{"a":"1"}', same: false },
  { name: 'another boolean', a: 'true', b: 'false', same: false },
  { name: 'a longer list', a: '[1]', b: '[1,null]', same: false },
  { name: 'what is no JSON is nothing', a: '{', b: '{', same: false },
]

for (const { name, a, b, same } of cases) t.test(name, async t => void t.equal(sameJson(a, b), same))
