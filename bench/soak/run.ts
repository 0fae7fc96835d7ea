// npm run soak [-- --minutes N] [--rate N] [--replicas N] [--sample SECONDS] [--program FILE] [--write]
// Steady load while certificates are renewed and connections to the API server break. Ctrl-C ends it early and still
// prints the report. Exits with 1 where an answer was wrong or missing, something was printed that is no line of the
// log, a replica ended, or descriptors leak.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBinaries } from '../../test/cluster/binaries.ts'
import { circumstances } from '../machine.ts'
import { sectionText } from '../page.ts'
import { openSoak } from './open-soak.ts'
import { soakPage, soakPlot } from './page.ts'
import { happenings, memorySection } from './report.ts'
import { soak } from './soak.ts'
import { failures } from './verdict.ts'

const root = join(import.meta.dirname, '..', '..')
const { values: options } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    rate: { type: 'string', default: '50' },
    replicas: { type: 'string', default: '2' },
    sample: { type: 'string', default: '10' },
    program: { type: 'string', default: join(root, 'dist', 'bond-injector.mjs') },
    write: { type: 'boolean', default: false },
  },
})
const [minutes, rate, replicas] = [Number(options.minutes), Number(options.rate), Number(options.replicas)]
const say = (line: string) => {
  console.error(`soak: ${line}`)
}
const stopped = new AbortController()
// The second one does not wait for the report; whatever ends this process ends all that it started.
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  // prettier-ignore
  process.on(signal, () => {
    if (stopped.signal.aborted) process.exit(code)
    say('ends early; once more to end without a report')
    stopped.abort()
  })

const facts = circumstances()
const binaries = await ensureBinaries({ say })
const open = await openSoak({ binaries, program: options.program, replicas, rate })
try {
  const sampleEverySeconds = Number(options.sample)
  const soaked = await soak(open.scene, { seconds: minutes * 60, sampleEverySeconds, signal: stopped.signal, say })
  const failed = failures(soaked)
  console.log(sectionText(memorySection(soaked)))
  console.log('')
  console.log([...happenings(soaked), ...failed.map(one => `FAILED: ${one}`)].map(line => `- ${line}`).join('\n'))
  if (failed.length > 0) process.exitCode = 1
  if (options.write) {
    writeFileSync(join(root, 'docs', 'soak.md'), soakPage([...facts, ['Load', `${rate} a second`]], soaked, failed))
    writeFileSync(join(root, 'docs', 'soak.svg'), soakPlot(soaked))
  }
} finally {
  await open.close()
}
