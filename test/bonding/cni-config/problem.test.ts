import t from 'tap'
import { readCniConfig } from '../../../src/bonding/cni-config.ts'
import { formatPath } from '../../../src/bonding/place.ts'

t.test('broken JSON says what and where in plain words', async t => {
  const text = '{"type": "bond"\n "mode": "active-backup"}'
  const config = readCniConfig(text, 'bond-net1')
  const [problem] = config.kind === 'unreadable' ? config.problems : []
  t.equal(problem?.by, 'client-library')
  t.ok(problem?.found)
  t.ok(problem?.fix)
  t.ok(problem?.span && problem.span.start <= text.indexOf('"mode"'))
  t.same(problem?.position, { line: 1, column: 16 })
})

t.test('several causes are all reported, those of Multus first', async t => {
  const text = '{"type":"bond","ipam":1,"name":"a b","cniVersion":"9.9.9","dns":2}'
  const config = readCniConfig(text, 'bond-net1')
  const kinds = config.kind === 'plugins' ? config.problems.map(({ kind, path }) => [kind, formatPath(path)]) : []
  t.same(kinds, [
    ['wrong-type', 'spec.config.ipam'],
    ['wrong-type', 'spec.config.dns'],
    ['name-characters', 'spec.config.name'],
    ['version-unsupported', 'spec.config.cniVersion'],
  ])
})

t.test('a first plugin without a type and with something else wrong has two problems', async t => {
  const config = readCniConfig('{"plugins":[{"ipam":1}]}', 'bond-net1')
  const kinds = config.kind === 'unreadable' ? config.problems.map(({ kind }) => kind) : []
  t.same(kinds, ['wrong-type', 'plugin-without-type'])
})

t.test('a value is quoted shortly, however long it is', async t => {
  const config = readCniConfig(
    `{"type":"bond","name":["${'x'.repeat(20_000)}"],"cniVersion":"${'9'.repeat(1000)}"}`,
    'n',
  )
  const problems = config.kind === 'plugins' ? config.problems : []
  t.equal(problems.length, 2)
  for (const { found = '', upstream } of problems)
    t.ok(found.length <= 63 && found.endsWith('...') && upstream.length < 600)
})

t.test('however many mistakes there are, twenty are problems', async t => {
  for (const [open, part, close] of [
    ['{"plugins":[{"type":"bond"}', ',null', ']}'],
    ['{"type":"bond","dns":{"search":[0', ',1', ']}}'],
    ['{"type":["bond"],"dns":{"search":[0', ',1', ']}}'],
  ] as const) {
    const config = readCniConfig(open + part.repeat(1_000) + close, 'bond-net1')
    t.equal(config.kind !== 'on-node' && config.problems.length, 20)
  }
})
