import t from 'tap'
import type { Course } from '../../../bench/cluster/contest.ts'
import type { Contender } from '../../../bench/cluster/contender.ts'
import { rateSection, speedSection, type Comparison } from '../../../bench/cluster/load-sections.ts'
import { page, plot } from '../../../bench/cluster/page.ts'
import { profileSection } from '../../../bench/cluster/process-sections.ts'

const done = () => Promise.resolve()

/** One turn for each speed; each call took so many milliseconds, and nine of ten at most 25. */
function course(name: string, speeds: readonly number[], ms?: number): Course {
  const webhook = ms === undefined ? undefined : `${name}.example.com`
  const pod = () => {
    throw new Error('nobody creates pods here')
  }
  const contender: Contender = { name, namespace: name, webhook, pids: [], pod, leave: done, close: done }
  const within = new Map([
    ['0.005', 50],
    ['0.025', 90],
  ])
  const calls = ms === undefined ? undefined : { asked: 100, failed: 0, seconds: ms / 10, within }
  return { contender, turns: speeds.map(perSecond => ({ perSecond, calls })) }
}

const nobody = course('nobody', [200, 100])
const bare = course('bare', [100, 50], 2)
const ours = course('ours <1>', [95, 40], 2.2)
const comparison: Comparison = { courses: [nobody, bare, ours], bare, judged: ours }

t.test('full speed: ratios are taken round by round, and only ours is held against the target', async t => {
  t.strictSame(speedSection('Full speed', comparison).rows, [
    ['nobody', '150 (100 to 200)', '2.00 (2.00 to 2.00)', '', ''],
    ['bare', '75 (50 to 100)', '1', '2.00 (2.00 to 2.00)', ''],
    ['ours <1>', '68 (40 to 95)', '0.88 (0.80 to 0.95)', '2.20 (2.20 to 2.20)', '>= 0.90 missed'],
  ])
})

t.test('a steady rate: the mean within its target, too few calls within 25 ms', async t => {
  const { rows } = rateSection('100 a second', { ...comparison, courses: [bare, ours] })
  t.strictSame(rows, [
    ['bare', '2.00 (2.00 to 2.00)', '1', '', '50.00', '90.00', ''],
    ['ours <1>', '2.20 (2.20 to 2.20)', '1.10 (1.10 to 1.10)', '<= 1.15 met', '50.00', '90.00', '>= 99.9 missed'],
  ])
})

t.test('the profile: microseconds for one admission, what takes longest first, idle time left out', async t => {
  const profile = (handler: number, sockets: number) => ({
    admissions: 10,
    profile: {
      nodes: ['(idle)', 'handle', 'writev'].map((functionName, id) => {
        return { id, callFrame: { functionName, url: id === 1 ? 'file:///x/src/bonding/plan.ts' : '' } }
      }),
      endTime: 0,
      samples: [0, 1, 2],
      timeDeltas: [1000, handler, sockets],
    },
  })
  t.strictSame(profileSection(3, profile(0, 200), profile(300, 100)).rows, [
    ['engine', '30.0', '75.0 %', '0.0'],
    ['TLS and sockets', '10.0', '25.0 %', '20.0'],
    ['all', '40.0', '100.0 %', '20.0'],
  ])
})

t.test('the page holds the facts, the plot and the tables', async t => {
  const text = page([['Date', 'today']], [speedSection('Full speed', comparison)])
  for (const part of ['# Performance through', '- Date: today', '](performance-cluster.svg)', '| ours <1>']) {
    t.ok(text.includes(part), part)
  }
})

t.test('the plot holds every contender, and names are no markup', async t => {
  const drawn = plot(
    [{ title: 'Full speed', comparison }],
    [{ title: 'Steady', comparison: { ...comparison, courses: [bare, ours] } }],
  )
  t.match(drawn, /^<svg [^>]*>\n<title>/)
  t.match(drawn, 'Steady: mean time of a call, ms: bare 2.00; ours &lt;1&gt; 2.20</desc>')
  t.notMatch(drawn, /ours <1>|NaN|Infinity/)
  t.equal(drawn.match(/stroke-dasharray/g)?.length, 1, 'the target is drawn where there is one')
})
