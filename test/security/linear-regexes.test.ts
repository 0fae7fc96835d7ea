import t from 'tap'
import { callsOf, regexLiterals } from './regex-literals.ts'
import { slowness } from './slow-regex.ts'

const verdicts: readonly {
  readonly source: string
  readonly flags?: string
  readonly slow?: 'exponential' | 'polynomial'
}[] = [
  { source: '^a+b' },
  { source: '^(?:a|b)+$' },
  { source: '^a*b*c' },
  { source: '^(?:a+,)*b' },
  { source: '[^a]*' },
  { source: '\\s*x', flags: 'y' },
  { source: '^a{2,40}a{2,40}b' },
  { source: '^(a*)*$', slow: 'exponential' },
  { source: '(?:a|a)*b', slow: 'exponential' },
  { source: '^(?:a|ab?)*c', slow: 'exponential' },
  { source: '^(?:a|ab|b)*c', slow: 'exponential' },
  { source: '^(?:\\s|#.*)*$', slow: 'exponential' },
  { source: '\\s+$', slow: 'polynomial' },
  { source: 'a+b', slow: 'polynomial' },
  { source: '^\\s*\\d*\\s*x', slow: 'polynomial' },
  { source: '^0*([0-9]+)$', slow: 'polynomial' },
]
for (const { source, flags = '', slow } of verdicts) {
  t.test(`/${source}/${flags} is ${slow ?? 'linear'}`, async t => {
    t.equal(slowness(source, flags)?.kind, slow)
  })
}

/** Quadratic, were the text long; but it is cut before, or is a message of a program's own. */
const ofShortTexts: readonly string[] = [
  'src/bonding/cni-config/problem.ts: of type (.*)$',
  'src/bonding/go-json/mistakes-tokens.ts: ^(.*?)[\\s,:{[]*[,:]\\s*$',
  'src/bonding/go-json/mistakes-tokens.ts: ^(-?)0+(\\d+)$',
  'src/bonding/networks-annotation/comma-problem.ts: \\s*([/@])\\s*',
  'src/bonding/rules/link-network/sriov-key-type.ts: [^ ]+$',
  'src/bonding/rules/network/byte-addresses.ts: (?:^|:)0(?::0)+$',
  "src/certs/file-error.ts: , \\w+( '.*')?$",
]

/** Where the texts of strangers come in while a cluster runs. */
const inCluster = 'src/{bonding,admission,server,certs}/**/*.ts'

t.test('in a cluster every regular expression takes linear time', async t => {
  const literals = regexLiterals(inCluster)
  t.ok(literals.length > 50, `${literals.length} of them`)
  t.same(callsOf(['RegExp'], inCluster), [], 'none is put together')
  const slow = literals.filter(({ source, flags }) => slowness(source, flags) !== undefined)
  t.same(
    slow.map(({ file, source }) => `${file}: ${source}`),
    ofShortTexts,
  )
})

t.test('none takes exponential time, whoever writes the text', async t => {
  const slow = regexLiterals().filter(({ source, flags }) => slowness(source, flags)?.kind === 'exponential')
  t.same(
    slow.map(({ file, source }) => `${file}: ${source}`),
    [],
  )
})
