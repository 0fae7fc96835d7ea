import { setTimeout } from 'node:timers/promises'
import { podOfSize } from './admission-review.ts'
import { contest, type Effort, type Timing, warmUp } from './contest.ts'
import type { LoadGenerator } from './load.ts'
import { writeManifests } from './manifest-folder.ts'
import { type Layout, networkDefinitions } from './network-definitions.ts'
import { type Memory, memoryOf } from './process-usage.ts'
import { count, ratioText, type Section, spreadText, targetText } from './section.ts'
import { type ServerProcess, startProgram } from './server-process.ts'

const sites: readonly { readonly networks: number; readonly layout: Layout }[] = [
  { networks: 10, layout: 'spread' },
  { networks: 1_000, layout: 'spread' },
  { networks: 5_000, layout: 'spread' },
  { networks: 5_000, layout: 'one-namespace' },
]
const idleSeconds = 15
const busy: Effort = { connections: 20, rounds: 15, requests: 500, milliseconds: 500, pods: 'each-another' }
const alone: Effort = { connections: 1, rounds: 7, requests: 500, milliseconds: 300, pods: 'each-another' }
const residentLimit = 100

/** The program with few and with many networks: start, memory, time for a request. */
export async function networksAtScale(generator: LoadGenerator, folder: string): Promise<readonly Section[]> {
  const servers: ServerProcess[] = []
  for (const { networks, layout } of sites) {
    const definitions = networkDefinitions(networks, layout)
    const manifests = await writeManifests(definitions, `${folder}/${networks}-${layout}`)
    servers.push(await startProgram(manifests, folder))
  }
  await setTimeout(idleSeconds * 1000)
  const idle = await memoryOfAll(servers)
  const pod = podOfSize(12_000)
  await contest(servers, pod, generator, warmUp)
  const timings = await contest(servers, pod, generator, busy)
  const answers = await contest(servers, pod, generator, alone)
  const after = await memoryOfAll(servers)
  await Promise.all(servers.map(server => server.stop()))
  return [memorySection(servers, idle, after), timeSection(timings, answers)]
}

function memoryOfAll(servers: readonly ServerProcess[]): Promise<readonly Memory[]> {
  return Promise.all(servers.map(({ pid }) => memoryOf(pid)))
}

function memorySection(servers: readonly ServerProcess[], idle: readonly Memory[], after: readonly Memory[]): Section {
  return {
    title: 'Start and memory',
    method: `The program with networks from YAML files. Milliseconds from the start of the process until /readyz agrees; MiB resident after ${idleSeconds} s idle, after the load of the next table, and at the highest.`,
    header: ['networks', 'ready, ms', 'resident, idle', 'after load', 'highest', 'target, idle'],
    rows: sites.map((site, index) => {
      const [before, later] = [idle[index], after[index]]
      if (!before || !later) throw new Error('a program that was not measured')
      const figures = [servers[index]?.readyMs ?? Number.NaN, before.resident, later.resident, later.peak]
      return [siteText(site), ...figures.map(figure => figure.toFixed(0)), targetText(before.resident, residentLimit)]
    }),
  }
}

function timeSection(timings: readonly Timing[], answers: readonly Timing[]): Section {
  const [fewest, ...others] = timings
  if (!fewest) throw new Error('nothing was measured')
  return {
    title: 'Time for a request, by number of networks',
    method: `Reviews of 12 KB over HTTPS. Microseconds of CPU on ${busy.connections} connections, and its ratio to that with ${count(sites[0]?.networks ?? 0)} networks; milliseconds until the answer is there on one connection.`,
    header: ['networks', 'CPU, µs', 'ratio', 'target', 'answer, ms'],
    rows: [fewest, ...others].map(({ cpu }, index) => {
      const [site, answer] = [sites[index], answers[index]]
      if (!site || !answer) throw new Error('a program that was not measured')
      const kept = index === 0 ? '' : targetText(cpu.minimum / fewest.cpu.minimum, 1.1)
      return [siteText(site), spreadText(cpu), ratioText(cpu, fewest.cpu), kept, spreadText(answer.answer)]
    }),
  }
}

function siteText({ networks, layout }: (typeof sites)[number]): string {
  return `${count(networks)}${layout === 'spread' ? '' : ', all beside the pod'}`
}
