import { setTimeout } from 'node:timers/promises'
import { memberOf } from '../cluster/json-member.ts'
import { networkAttachmentDefinition } from '../cluster/network-attachment-definition.ts'
import { createObject, deleteObject } from '../cluster/create-object.ts'
import type { Fault, Scene } from './fault.ts'
import { untilFollowed } from './followed.ts'

const count = 1_000
const seconds = 10
const labels = { storm: 'yes' }

/** In the namespace of the pods, where each change makes what is known of it old. */
export const networksStorm: Fault = {
  name: 'networks storm',
  happens: `${count} network attachment definitions of the pods' namespace are changed within ${seconds} s`,
  async prepare(scene) {
    const names = Array.from({ length: count }, (_, at) => at)
    // Some at a time: each request has a connection of its own.
    for (let at = 0; at < count; at += 20) await Promise.all(names.slice(at, at + 20).map(one => create(scene, one)))
    await untilFollowed(scene)
  },
  async inject(scene) {
    const networks = await stormNetworks(scene)
    const begin = performance.now()
    const changes: Promise<void>[] = []
    for (const [at, network] of networks.entries()) {
      await setTimeout(Math.max(0, begin + (at * seconds * 1000) / count - performance.now()))
      changes.push(change(scene, network))
    }
    await Promise.all(changes)
    const took = (performance.now() - begin) / 1000
    const followed = (await untilFollowed(scene)) / 1000
    return {
      notes: [
        `${changes.length} changes in ${took.toFixed(1)} s; the next one was known to every replica after ${followed.toFixed(2)} s`,
      ],
    }
  },
  tidyUp: scene => deleteObject(scene.plane, `${collection(scene)}?labelSelector=storm%3Dyes`),
}

function create(scene: Scene, at: number): Promise<void> {
  const { namespace } = scene.site
  const network = networkAttachmentDefinition({ namespace, name: `storm-${at}` }, config(0))
  return createObject(scene.plane, collection(scene), { ...network, metadata: { ...network.metadata, labels } })
}

/** With the version that was seen: a custom resource is not replaced without one. */
async function change(scene: Scene, network: object): Promise<void> {
  const path = `${collection(scene)}/${String(memberOf(network, 'metadata', 'name'))}`
  const { status, body } = await scene.plane.request(path, {
    method: 'PUT',
    body: { ...network, spec: { config: config(1) } },
  })
  if (status !== 200) throw new Error(`PUT ${path}: ${status} ${body}`)
}

async function stormNetworks(scene: Scene): Promise<readonly object[]> {
  const { body } = await scene.plane.request(`${collection(scene)}?labelSelector=storm%3Dyes`)
  const items = memberOf(JSON.parse(body), 'items')
  const all: readonly unknown[] = Array.isArray(items) ? items : []
  return all.filter(one => typeof one === 'object' && one !== null)
}

function collection({ site }: Scene): string {
  return `/apis/k8s.cni.cncf.io/v1/namespaces/${site.namespace}/network-attachment-definitions`
}

function config(mtu: number): string {
  return JSON.stringify({ cniVersion: '1.0.0', type: 'macvlan', mtu: 1400 + mtu })
}
