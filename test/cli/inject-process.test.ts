import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { bondInjectorHere } from './command-line.ts'
import { openshift } from './serving-program.ts'

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
const pod = (name: string) => `apiVersion: v1
kind: Pod
metadata: {name: ${name}, namespace: demo, labels: {bond-injector.io/bond: bond-net1}}
spec: {containers: [{name: app}]}
`

/** `inject` as a process that reads its standard input. Its reader takes all, or goes away behind the first chunk. */
async function piped(input: string, { reads }: { reads: 'all' | 'first' }) {
  const program = spawn(process.execPath, [main, 'inject', '-f', '-', '-f', openshift], { env: {} })
  let [stdout, stderr] = ['', '']
  program.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString()
    if (reads === 'first') program.stdout.destroy()
  })
  program.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  program.stdin.end(input)
  const [code] = (await once(program, 'close')) as [number | null]
  return { code, stdout, stderr }
}

t.test('standard input', async t => {
  const { code, stdout, stderr } = await piped(pod('a'), { reads: 'all' })
  t.equal(code, 0)
  t.match(stdout, 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0')
  t.match(stderr, /^stdin:3:\d+: warning: /)
})

t.test('a refusal of what came by standard input', async t => {
  const { code, stdout, stderr } = await piped(pod('a').replace('bond-net1', 'none'), { reads: 'all' })
  t.equal(code, 1)
  t.equal(stdout, '')
  t.match(stderr, /^stdin:3:\d+: error: pod /)
})

// Larger than the buffer of any pipe.
const comment = `# ${'x'.repeat(78)}\n`.repeat(20_000)

t.test('an output that no pipe holds at once is whole', async t => {
  const { code, stdout } = await piped(`${pod('a')}${comment}---\n${pod('last')}`, { reads: 'all' })
  t.equal(code, 0)
  t.ok(stdout.includes(comment))
  t.match(stdout.slice(-2_000), /name: last/)
})

t.test('a reader that goes away is no mistake', async t => {
  const { code, stderr } = await piped(`${pod('a')}${comment}${comment}`, { reads: 'first' })
  t.equal(code, 0)
  t.notMatch(stderr, /internal error|EPIPE/)
})

t.test('many calls in one process leave no listeners behind', async t => {
  const before = process.stdout.listenerCount('error')
  for (let call = 0; call < 3; call += 1) await bondInjectorHere(['inject', '-f', openshift])
  t.ok(process.stdout.listenerCount('error') <= before + 1)
})
