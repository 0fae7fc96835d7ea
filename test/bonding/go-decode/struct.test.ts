import t from 'tap'
import {
  decodeGo,
  goAny,
  goBool,
  goEmbedded,
  goInt,
  goMap,
  goPointer,
  goSlice,
  goString,
  goStruct,
  type GoValue,
} from '../../../src/bonding/go-decode.ts'
import { parseGoJson } from '../../../src/bonding/go-json.ts'

/** The part of Bond CNI's config that shows all there is to show. */
const bondingConfig = goStruct('main.bondingConfig', {
  name: goEmbedded('NetConf', goString),
  ipam: goEmbedded('NetConf', goStruct('types.IPAM', { type: goString, range: goString })),
  mode: goString,
  linksInContainer: goBool,
  failOverMac: goInt,
  mtu: goPointer(goInt),
  links: goSlice(goMap(goAny)),
})

type BondingConfig = GoValue<typeof bondingConfig>

const zero: BondingConfig = {
  name: '',
  ipam: { type: '', range: '' },
  mode: '',
  linksInContainer: false,
  failOverMac: 0,
  mtu: null,
  links: null,
}

function decode(text: string): ReturnType<typeof decodeGo<BondingConfig>> {
  const reading = parseGoJson(text)
  if (reading.kind === 'not-json') throw new Error(reading.problem.goMessage)
  return decodeGo(reading.root, bondingConfig)
}

// All results were the same in a Go 1.26.8 program with these structs.
t.test('keys find their fields', async t => {
  const cases: readonly { name: string; text: string; value: Partial<BondingConfig> }[] = [
    { name: 'exactly', text: '{"failOverMac":1}', value: { failOverMac: 1 } },
    { name: 'in lower case', text: '{"failovermac":1}', value: { failOverMac: 1 } },
    { name: 'in upper case', text: '{"FAILOVERMAC":1}', value: { failOverMac: 1 } },
    { name: 'with a Kelvin sign', text: '{"lin\u212asInContainer":true}', value: { linksInContainer: true } },
    { name: 'with a long s', text: '{"link\u017fInContainer":true}', value: { linksInContainer: true } },
    { name: 'with an escape', text: String.raw`{"m\u006fde":"x"}`, value: { mode: 'x' } },
    { name: 'no other spelling', text: '{"fail-over-mac":1,"fail_over_mac":1,"failOverMac ":1}', value: {} },
    { name: 'unknown ones are ignored', text: '{"primary":"net1","mode":"x"}', value: { mode: 'x' } },
    { name: 'the last one wins', text: '{"mode":"a","mode":"b"}', value: { mode: 'b' } },
    { name: 'also over an exact one', text: '{"mode":"a","MODE":"b"}', value: { mode: 'b' } },
    { name: 'also an exact one', text: '{"MODE":"b","mode":"a"}', value: { mode: 'a' } },
    { name: 'three spellings', text: '{"Mode":"a","mode":"b","MODE":"c"}', value: { mode: 'c' } },
    { name: 'none', text: '{}', value: {} },
    { name: 'a field of an embedded struct', text: '{"Name":"x"}', value: { name: 'x' } },
    { name: 'the embedded struct itself is no key', text: '{"NetConf":{"name":"x"}}', value: {} },
    { name: 'special keys of JavaScript', text: '{"__proto__":{"mode":"x"},"constructor":1,"toString":1}', value: {} },
  ]
  for (const { name, text, value } of cases) t.strictSame(decode(text).value, { ...zero, ...value }, name)
})

t.test('null', async t => {
  const cases: readonly { name: string; text: string; value: Partial<BondingConfig> }[] = [
    { name: 'the whole text', text: 'null', value: {} },
    { name: 'leaves text as it was', text: '{"mode":"a","mode":null}', value: { mode: 'a' } },
    { name: 'leaves numbers as they were', text: '{"failOverMac":1,"FailOverMac":null}', value: { failOverMac: 1 } },
    {
      name: 'leaves bools as they were',
      text: '{"linksInContainer":true,"linksincontainer":null}',
      value: { linksInContainer: true },
    },
    {
      name: 'leaves structs as they were',
      text: '{"ipam":{"type":"a"},"ipam":null}',
      value: { ipam: { type: 'a', range: '' } },
    },
    { name: 'clears pointers', text: '{"mtu":1,"mtu":null}', value: { mtu: null } },
    { name: 'clears lists', text: '{"links":[{}],"links":null}', value: { links: null } },
    { name: 'is nothing where nothing was', text: '{"mode":null,"mtu":null,"links":null}', value: {} },
  ]
  for (const { name, text, value } of cases) {
    t.strictSame(decode(text).value, { ...zero, ...value }, name)
    t.same(decode(text).mismatches, [], `${name}: no error`)
  }
})

t.test('repeats of an object are merged', async t => {
  const cases: readonly { name: string; text: string; value: Partial<BondingConfig> }[] = [
    {
      name: 'different fields',
      text: '{"ipam":{"type":"a"},"ipam":{"range":"b"}}',
      value: { ipam: { type: 'a', range: 'b' } },
    },
    {
      name: 'the same field',
      text: '{"ipam":{"type":"a"},"IPAM":{"type":"b"}}',
      value: { ipam: { type: 'b', range: '' } },
    },
    { name: 'an empty one', text: '{"ipam":{"type":"a"},"ipam":{}}', value: { ipam: { type: 'a', range: '' } } },
    {
      name: 'null in between',
      text: '{"ipam":{"type":"a"},"ipam":null,"ipam":{}}',
      value: { ipam: { type: 'a', range: '' } },
    },
    {
      name: 'something else in between',
      text: '{"ipam":{"type":"a"},"ipam":1,"ipam":{}}',
      value: { ipam: { type: 'a', range: '' } },
    },
  ]
  for (const { name, text, value } of cases) t.strictSame(decode(text).value, { ...zero, ...value }, name)
})

t.test('messages name the innermost struct, and the path of fields from the outermost', async t => {
  const cases = [
    { text: '[]', go: 'json: cannot unmarshal array into Go value of type main.bondingConfig' },
    { text: '"x"', go: 'json: cannot unmarshal string into Go value of type main.bondingConfig' },
    { text: '{"mode":1}', go: 'json: cannot unmarshal number into Go struct field bondingConfig.mode of type string' },
    { text: '{"MODE":1}', go: 'json: cannot unmarshal number into Go struct field bondingConfig.mode of type string' },
    { text: '{"mtu":1.5}', go: 'json: cannot unmarshal number 1.5 into Go struct field bondingConfig.mtu of type int' },
    {
      text: '{"name":1}',
      go: 'json: cannot unmarshal number into Go struct field bondingConfig.NetConf.name of type string',
    },
    {
      text: '{"ipam":[]}',
      go: 'json: cannot unmarshal array into Go struct field bondingConfig.NetConf.ipam of type types.IPAM',
    },
    {
      text: '{"ipam":{"type":true}}',
      go: 'json: cannot unmarshal bool into Go struct field IPAM.NetConf.ipam.type of type string',
    },
    {
      text: '{"links":"x"}',
      go: 'json: cannot unmarshal string into Go struct field bondingConfig.links of type []map[string]interface {}',
    },
    {
      text: '{"links":["x"]}',
      go: 'json: cannot unmarshal string into Go struct field bondingConfig.links of type map[string]interface {}',
    },
    {
      text: '{"links":[{"a":[1e400]}]}',
      go: 'json: cannot unmarshal number 1e400 into Go struct field bondingConfig.links of type float64',
    },
    {
      text: '{"ipam":{"x":1,"type":1},"mode":1}',
      go: 'json: cannot unmarshal number into Go struct field IPAM.NetConf.ipam.type of type string',
    },
    {
      text: '{"ipam":{},"mode":1}',
      go: 'json: cannot unmarshal number into Go struct field bondingConfig.mode of type string',
    },
  ]
  for (const { text, go } of cases) t.equal(decode(text).goMessage, go, JSON.stringify(text))
})

t.test('values of unknown keys are not looked at', async t => {
  for (const text of ['{"x":1e400}', '{"x":{"mode":1,"y":[1e999]}}', '{"x":"\\ud800"}']) {
    t.same(decode(text).mismatches, [], JSON.stringify(text))
  }
})

t.test('an exact key goes before the first that only folds to it', async t => {
  const odd = goStruct('main.Odd', { KK: goString, kk: goString })
  const cases = [
    { text: '{"KK":"a","kk":"b"}', value: { KK: 'a', kk: 'b' } },
    { text: '{"kk":"b"}', value: { KK: '', kk: 'b' } },
    { text: '{"kK":"c"}', value: { KK: 'c', kk: '' } },
    { text: '{"\u212a\u212a":"c"}', value: { KK: 'c', kk: '' } },
  ]
  for (const { text, value } of cases) {
    const reading = parseGoJson(text)
    t.strictSame(reading.kind === 'json' && decodeGo(reading.root, odd).value, value, JSON.stringify(text))
  }
})
