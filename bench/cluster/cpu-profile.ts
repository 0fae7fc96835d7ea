import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Cluster } from '../../test/cluster/cluster.ts'
import type { Contender } from './contender.ts'
import { deletePods } from './delete-pods.ts'
import { isCpuProfile, within, type CpuProfile } from './profile-parts.ts'
import type { Writers } from './writers.ts'

export interface ProfileCall {
  readonly writers: Writers
  /** Starts the contender with these arguments of node. */
  readonly open: (nodeArguments: readonly string[]) => Promise<Contender>
  readonly bytes: number
  readonly seconds: number
}

export interface Profile {
  /** Of the time in which it was asked. */
  readonly profile: CpuProfile
  /** How many admissions there were in that time. */
  readonly admissions: number
}

/** V8's own CPU profile of a server at full speed, behind as long a warm-up. */
export async function cpuProfile(cluster: Cluster, { writers, open, bytes, seconds }: ProfileCall): Promise<Profile> {
  const folder = mkdtempSync(join(tmpdir(), 'bond-injector-profile-'))
  const contender = await open(['--cpu-prof', `--cpu-prof-dir=${folder}`, '--cpu-prof-interval=500'])
  try {
    const { namespace } = contender
    const load = { facts: cluster, namespace, pod: contender.pod(bytes), seconds, rate: undefined }
    await writers.create(load)
    await deletePods(cluster, namespace)
    const begin = performance.now()
    const perSecond = await writers.create(load)
    const end = performance.now()
    await contender.leave()
    const gone = performance.now()
    const profile = within(readProfile(folder), (gone - begin) * 1000, (gone - end) * 1000)
    return { profile, admissions: perSecond * ((end - begin) / 1000) }
  } finally {
    await contender.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function readProfile(folder: string): CpuProfile {
  const [file] = readdirSync(folder)
  if (file === undefined) throw new Error('node wrote no profile')
  const profile: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'))
  if (!isCpuProfile(profile)) throw new Error(`${file} is no CPU profile`)
  return profile
}
