import { join } from 'node:path'
import type { Cluster } from '../../test/cluster/cluster.ts'
import type { Section } from '../section.ts'
import { openBare } from './bare-contender.ts'
import { cpuProfile } from './cpu-profile.ts'
import { openOurs } from './own-contender.ts'
import { profileSection } from './process-sections.ts'
import type { Writers } from './writers.ts'

const root = join(import.meta.dirname, '..', '..')
const kilobytes = 3

/** Profiles of a bare webhook and of one replica, each a process of its own that ends with it. */
export async function profiles(cluster: Cluster, writers: Writers, seconds: number): Promise<Section> {
  const load = { writers, bytes: kilobytes * 1000, seconds }
  const leaving = `--import=${join(import.meta.dirname, 'leave-on-sigterm.mjs')}`
  const bare = await cpuProfile(cluster, {
    ...load,
    open: args => openBare(cluster, { namespace: 'bare-profile', nodeArguments: [leaving, ...args] }),
  })
  const ours = await cpuProfile(cluster, {
    ...load,
    open: nodeArguments =>
      openOurs(cluster, {
        name: 'ours, from its sources',
        namespace: 'ours-profile',
        program: join(root, 'src', 'main.ts'),
        replicas: 1,
        follows: 'its own ten',
        moreFlags: ['--drain-seconds=0'],
        nodeArguments,
      }),
  })
  return profileSection(kilobytes, bare, ours)
}
