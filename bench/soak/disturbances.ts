import { readFileSync } from 'node:fs'
import { writeKubeconfig } from '../../test/cluster/cluster.ts'
import { memberOf } from '../../test/cluster/json-member.ts'
import { rotateToken } from '../../test/cluster/webhook-account.ts'
import { authorityRenewal } from '../../test/faults/authority-renewal.ts'
import { apiServer } from '../../test/faults/fault.ts'
import { leafRenewal } from '../../test/faults/leaf-renewal.ts'
import type { SoakScene } from './open-soak.ts'

/** What happens again and again, and how often it did. */
export interface Disturbance {
  readonly name: string
  readonly everySeconds: number
  readonly happen: (scene: SoakScene) => Promise<unknown>
}

const hour = 3_600

export const disturbances: readonly Disturbance[] = [
  { name: 'certificate renewed', everySeconds: 45, happen: scene => leafRenewal.inject(scene) },
  {
    name: 'connections to the API server broken off',
    everySeconds: 20,
    happen: ({ wire }) => {
      wire.cut()
      return Promise.resolve()
    },
  },
  {
    name: 'connections to the API server silent',
    everySeconds: 200,
    happen: ({ detour }) => {
      detour.forget(apiServer)
      return Promise.resolve()
    },
  },
  { name: 'network created and deleted', everySeconds: 10, happen: changeNetworks },
  // Not oftener: authorities stay trusted until they expire, so each one makes what is kept a little larger.
  { name: 'authority renewed', everySeconds: hour, happen: scene => authorityRenewal.inject(scene) },
  // The API server gives tokens for an hour.
  { name: 'token of the account renewed', everySeconds: hour / 3, happen: renewToken },
]

async function changeNetworks({ site }: SoakScene): Promise<void> {
  await site.networks.create('passing', '{"cniVersion":"1.0.0","type":"macvlan"}')
  await site.networks.remove('passing')
}

/** Into the kubeconfig that the replicas have, which leads to the relay and not to the API server. */
async function renewToken({ plane, site, wire }: SoakScene): Promise<void> {
  await rotateToken(plane, site.account)
  const token = memberOf(JSON.parse(readFileSync(site.account.kubeconfig, 'utf8')), 'users', 0, 'user', 'token')
  const file = site.flags.find(flag => flag.startsWith('--kubeconfig='))?.slice('--kubeconfig='.length)
  if (file === undefined) throw new Error('the replicas have no kubeconfig')
  writeKubeconfig(file, { ...plane, server: `https://127.0.0.1:${wire.port}` }, String(token))
}
