import { podOfSize } from './admission-review.ts'
import { contest, warmUp } from './contest.ts'
import type { LoadGenerator, Pods } from './load.ts'
import { networkDefinitions } from './network-definitions.ts'
import { ratioText, type Section, spreadText, targetText } from './section.ts'
import { startBare, startProgram } from './server-process.ts'
import { writeManifests } from './manifest-folder.ts'

const effort = { connections: 20, rounds: 25, requests: 250, milliseconds: 500 }
const kinds: readonly { readonly pods: Pods; readonly name: string }[] = [
  { pods: 'alike', name: 'a pod of a known workload' },
  { pods: 'each-another', name: 'the first of its workload' },
]
const target = 1.3

/** The whole program against the bare handler. */
export async function cpuPerReview(generator: LoadGenerator, folder: string): Promise<Section> {
  const manifests = await writeManifests(networkDefinitions(10, 'spread'), `${folder}/ten`)
  const servers = [await startBare(folder), await startProgram(manifests, folder)]
  const rows: string[][] = []
  for (const { pods, name } of kinds) {
    await contest(servers, podOfSize(12_000), generator, { ...warmUp, pods })
    for (const kilobytes of [3, 12, 60]) {
      const [bare, ours] = await contest(servers, podOfSize(kilobytes * 1000), generator, { ...effort, pods })
      if (!bare || !ours) throw new Error('a server that was not measured')
      const kept = targetText(ours.cpu.minimum / bare.cpu.minimum, target)
      const figures = [spreadText(bare.cpu), spreadText(ours.cpu), ratioText(ours.cpu, bare.cpu), kept]
      rows.push([`${kilobytes} KB, ${name}`, ...figures])
    }
  }
  await Promise.all(servers.map(server => server.stop()))
  return {
    title: 'CPU per review',
    method:
      'Microseconds of user and system time of the server process for one review, all threads: the built program with its log line, and bench/bare-https.mjs, which parses the body once and answers six operations. ' +
      `${effort.connections} keep-alive connections, ${effort.rounds} rounds of ${effort.requests} reviews in turns, behind a warm-up. What was decided for a pod goes for those that differ in its name only, as the pods of one workload do: it is remembered. The standard output of the program is a pipe that is read and thrown away.`,
    header: ['review', 'bare node:https', 'bond-injector', 'ratio', 'target'],
    rows,
  }
}
