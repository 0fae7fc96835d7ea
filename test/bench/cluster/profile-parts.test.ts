import t from 'tap'
import { foldProfile, isCpuProfile, within, type Part } from '../../../bench/cluster/profile-parts.ts'

const root = 'file:///somewhere'

/** A stack, outermost first, as `url function`; each frame the child of the one before it. */
function profileOf(stack: readonly string[], microseconds = 100) {
  const nodes = stack.map((frame, id) => {
    const space = frame.indexOf(' ')
    const callFrame = { url: frame.slice(0, space), functionName: frame.slice(space + 1) }
    return { id, callFrame, children: id + 1 < stack.length ? [id + 1] : [] }
  })
  return { nodes, endTime: microseconds, samples: [stack.length - 1], timeDeltas: [microseconds] }
}

const server = 'node:_http_server parserOnIncoming'
const route = `${root}/src/server/admission-routes.ts answer`
const pino = `${root}/node_modules/pino/lib/proto.js write`

const cases: readonly { readonly name: string; readonly stack: readonly string[]; readonly part: Part }[] = [
  { name: 'nothing to do', stack: [' (root)', ' (idle)'], part: 'idle' },
  { name: 'garbage', stack: [' (root)', ' (garbage collector)'], part: 'garbage collector' },
  { name: 'native code of nobody', stack: [' (root)', ' (program)'], part: 'rest of Node' },
  { name: 'the parser of HTTP', stack: [server], part: 'HTTP' },
  { name: 'a rule', stack: [server, route, `${root}/src/bonding/rules/judge.ts judge`], part: 'engine' },
  { name: 'a native function that a rule calls', stack: [`${root}/src/bonding/plan.ts plan`, ' map'], part: 'engine' },
  {
    name: 'the answer encrypted and sent',
    stack: [route, 'node:net _write', ' writeUtf8String'],
    part: 'TLS and sockets',
  },
  {
    name: 'the log line written to a file',
    stack: [route, pino, 'node:fs writeSync', ' writeString'],
    part: 'log line',
  },
  {
    name: 'a regular expression over the body',
    stack: [`${root}/node_modules/secure-json-parse/index.js _parse`, ' RegExp: x'],
    part: 'JSON of review and answer',
  },
  {
    name: 'text of the answer',
    stack: [`${root}/src/admission/write-review.ts writeReview`, ' stringify'],
    part: 'JSON of review and answer',
  },
  { name: 'a counter', stack: [route, `${root}/node_modules/prom-client/lib/counter.js inc`], part: 'metrics' },
  {
    name: 'what the bare webhook does',
    stack: [server, `${root}/bench/bare-https.mjs `],
    part: 'JSON of review and answer',
  },
  { name: 'a timer of Node', stack: [' (root)', 'node:internal/timers processTimers'], part: 'rest of Node' },
]

for (const { name, stack, part } of cases) {
  t.test(`${name}: ${part}`, async t => {
    t.strictSame([...foldProfile(profileOf(stack))], [[part, 100]])
  })
}

t.test('only what was sampled between two moments before the end counts', async t => {
  const frames = profileOf([' (root)', ' (idle)'])
  const profile = { ...frames, samples: [0, 1, 1, 0, 1], timeDeltas: [10, 10, 10, 10, 10] }
  t.match(within(profile, 35, 5), { samples: [1, 1, 0], timeDeltas: [10, 10, 10] })
  t.match(within(profile, 1_000, 0), { samples: profile.samples })
})

t.test('another file is no profile', async t => {
  t.ok(isCpuProfile(profileOf([' (root)'])))
  for (const value of [undefined, null, 'text', {}, { nodes: [], samples: [] }]) t.notOk(isCpuProfile(value))
})
