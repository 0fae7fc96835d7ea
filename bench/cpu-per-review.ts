import { podOfSize } from './admission-review.ts'
import { contest, type Effort, warmUp } from './contest.ts'
import type { LoadGenerator } from './load.ts'
import { networkDefinitions } from './network-definitions.ts'
import { ratioText, type Section, spreadText, targetText } from './section.ts'
import { startBare, startProgram } from './server-process.ts'
import { writeManifests } from './manifest-folder.ts'

const effort: Effort = { connections: 20, rounds: 25, requests: 500, milliseconds: 1_000 }
const target = 1.3

/** The whole program against the bare handler. */
export async function cpuPerReview(generator: LoadGenerator, folder: string): Promise<Section> {
  const manifests = await writeManifests(networkDefinitions(10, 'spread'), `${folder}/ten`)
  const servers = [await startBare(folder), await startProgram(manifests, folder)]
  await contest(servers, podOfSize(12_000), generator, warmUp)
  const rows: string[][] = []
  for (const kilobytes of [3, 12, 60]) {
    const [bare, ours] = await contest(servers, podOfSize(kilobytes * 1000), generator, effort)
    if (!bare || !ours) throw new Error('a server that was not measured')
    const kept = targetText(ours.cpu.minimum / bare.cpu.minimum, target)
    rows.push([`${kilobytes} KB`, spreadText(bare.cpu), spreadText(ours.cpu), ratioText(ours.cpu, bare.cpu), kept])
  }
  await Promise.all(servers.map(server => server.stop()))
  return {
    title: 'CPU per review',
    method:
      'Microseconds of user and system time of the server process for one review, all threads: the built program with its log line, and bench/bare-https.mjs, which parses the body once and answers six operations. ' +
      `${effort.connections} keep-alive connections, ${effort.rounds} rounds of ${effort.requests} reviews in turns, behind a warm-up. The standard output of the program is a pipe that is read and thrown away.`,
    header: ['review', 'bare node:https', 'bond-injector', 'ratio', 'target'],
    rows,
  }
}
