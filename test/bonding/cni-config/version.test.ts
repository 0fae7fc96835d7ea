import t from 'tap'
import { type ConfigProblem, readCniConfig } from '../../../src/bonding/cni-config.ts'
import { formatPath } from '../../../src/bonding/place.ts'

const supported = ['""', '"0.1.0"', '"0.2.0"', '"0.3.0"', '"0.3.1"', '"0.4.0"', '"1.0.0"', '"1.1.0"']
for (const version of supported) {
  t.test(`cniVersion ${version} is supported`, async t => {
    t.same(problemsOf(`{"type":"bond","cniVersion":${version}}`), [])
    t.same(problemsOf(`{"cniVersion":${version},"plugins":[{"type":"bond"}]}`), [])
  })
}

t.test('no cniVersion, or null in a single plugin, is supported', async t => {
  t.same(problemsOf('{"type":"bond"}'), [])
  t.same(problemsOf('{"type":"bond","cniVersion":null}'), [])
  t.same(problemsOf('{"name":"n","type":"bond","cniVersion":"1.0.0","cniVersion":null}'), [], 'the first value stays')
})

t.test('null in a list is not', async t => {
  const [problem] = problemsOf('{"cniVersion":null,"plugins":[{"type":"bond"}]}')
  t.match(problem, { kind: 'wrong-type', by: 'libcni', upstream: 'invalid cniVersion type <nil>', found: 'null' })
})

for (const version of ['2.0.0', '1.0', '1', '1.2.0', '01.0.0', 'v1.0.0', ' 1.0.0', '1.0.0.0', 'latest']) {
  t.test(`cniVersion "${version}" is refused at ADD and DEL`, async t => {
    for (const text of [
      `{"type":"bond","cniVersion":"${version}"}`,
      `{"cniVersion":"${version}","plugins":[{"type":"sriov"},{"type":"tuning"}]}`,
    ]) {
      const problems = problemsOf(text)
      t.equal(problems.length, 1, 'once, however many plugins there are')
      const upstream = `incompatible CNI versions; config is "${version}", plugin supports ["0.1.0" "0.2.0"`
      t.match(problems[0], { kind: 'version-unsupported', by: 'skeleton', stage: 'load', upstream })
      t.equal(formatPath(problems[0]?.path ?? []), 'spec.config.cniVersion')
    }
  })
}

t.test('the plugin reads sorted keys, and another spelling overrides what libcni puts in', async t => {
  const [own] = problemsOf('{"cniVersion":"1.0.0","plugins":[{"type":"bond"},{"type":"tuning","cniversion":"9"}]}')
  t.equal(formatPath(own?.path ?? []), 'spec.config.plugins[1].cniversion')
  t.equal(own?.found, '"9"')
  const [longS] = problemsOf('{"name":"n","type":"bond","cniVersion":"1.0.0","cniVer\u017fion":"9"}')
  t.equal(formatPath(longS?.path ?? []), 'spec.config[cniVer\u017fion]')
  t.same(problemsOf('{"name":"n","type":"bond","CNIVERSION":"9","cniVersion":"1.0.0"}'), [], 'a smaller one does not')
  t.same(
    problemsOf('{"cniVersion":"1.0.0","plugins":[{"type":"bond","cniVersion":"9"}]}'),
    [],
    'the exact one is replaced',
  )
})

t.test('a version that only libcni reads is parsed at DEL only', async t => {
  for (const [version, upstream] of [
    ['v1', 'failed to convert major version part "v1": strconv.Atoi: parsing "v1": invalid syntax'],
    ['1.x', 'failed to convert minor version part "x"'],
    ['1.0.y', 'failed to convert micro version part "y"'],
    ['1.0.0.0', 'invalid version "1.0.0.0": too many parts'],
    ['99999999999999999999', 'value out of range'],
  ]) {
    const text = `{"cniVersion":"${version}","plugins":[{"type":"bond","cniversion":"1.0.0"}]}`
    t.match(problemsOf(text), [{ kind: 'version-unsupported', by: 'libcni', stage: 'del', upstream }])
  }
  t.same(problemsOf('{"cniVersion":"7.7","plugins":[{"type":"bond","cniversion":"1.0.0"}]}'), [], 'numbers will do')
})

const lists = [
  {
    name: 'the newest of cniVersions',
    list: '["0.3.1","1.0.0","0.4.0"]',
    expected: '1.0.0',
    at: 'spec.config.cniVersions[1]',
  },
  {
    name: 'also where only the second number is greater',
    list: '["0.3.1","0.4.0"]',
    expected: '0.4.0',
    at: 'spec.config.cniVersions[1]',
  },
  {
    name: 'its own cniVersion where that is newer',
    own: '1.1.0',
    list: '["0.3.1"]',
    expected: '1.1.0',
    at: 'spec.config.cniVersion',
  },
  {
    name: 'numbers, not texts, are compared',
    list: '["0.10.0","0.9.0"]',
    expected: '0.10.0',
    at: 'spec.config.cniVersions[0]',
  },
  {
    name: 'those that libcni does not know are left out',
    own: '0.3.1',
    list: '["0.4.0","9.0.0"]',
    expected: '0.4.0',
    at: 'spec.config.cniVersions[0]',
  },
  { name: 'its own where none is known', own: '0.3.1', list: '[]', expected: '0.3.1', at: 'spec.config.cniVersion' },
]
for (const { name, own, list, expected, at } of lists) {
  t.test(`a list's version: ${name}`, async t => {
    const version = own === undefined ? '' : `"cniVersion":"${own}",`
    const config = readCniConfig(`{${version}"cniVersions":${list},"plugins":[{"type":"x"}]}`, 'n')
    const read = config.kind === 'plugins' ? config.cniVersion : undefined
    t.equal(read?.value, expected)
    t.equal(formatPath(read?.place.path ?? []), at)
  })
}

const wrongLists = [
  [
    'no list',
    '"cniVersions":"1.0.0"',
    'wrong-type',
    'spec.config.cniVersions',
    'invalid type for cniVersions: []interface {}',
  ],
  [
    'a number in it',
    '"cniVersions":["1.0.0",1]',
    'wrong-type',
    'spec.config.cniVersions[1]',
    'invalid type for cniVersions index 1: float64',
  ],
  ['null in it', '"cniVersions":[null]', 'wrong-type', 'spec.config.cniVersions[0]', 'cniVersions index 0: <nil>'],
  [
    'no version in it',
    '"cniVersions":["v1"]',
    'version-unsupported',
    'spec.config.cniVersions[0]',
    'invalid cniVersions entry v1 at index 0: failed to convert',
  ],
  [
    'no version beside it',
    '"cniVersion":"v1","cniVersions":["1.0.0"]',
    'version-unsupported',
    'spec.config.cniVersion',
    'invalid cniVersion v1: failed to convert',
  ],
] as const
for (const [name, members, kind, where, upstream] of wrongLists) {
  t.test(`cniVersions, refused: ${name}`, async t => {
    const problems = problemsOf(`{${members},"plugins":[{"type":"bond"}]}`)
    t.match(problems, [{ kind, by: 'libcni', stage: 'load', upstream }])
    t.equal(formatPath(problems[0]?.path ?? []), where)
  })
}

t.test('cniVersions of a single plugin are nobody’s business', async t => {
  t.same(problemsOf('{"type":"bond","cniVersions":"x"}'), [])
})

function problemsOf(text: string): readonly ConfigProblem[] {
  const config = readCniConfig(text, 'bond-net1')
  t.equal(config.kind, 'plugins')
  return config.kind === 'on-node' ? [] : config.problems
}
