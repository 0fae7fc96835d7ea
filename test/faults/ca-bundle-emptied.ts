import { setTimeout } from 'node:timers/promises'
import { memberOf } from '../cluster/json-member.ts'
import { until } from '../cluster/until.ts'
import type { Fault, Scene } from './fault.ts'

/** The API server takes up a changed configuration a moment later, and calls under way end later still. */
const takenUpMs = 1_000

export const caBundleEmptied: Fault = {
  name: 'caBundle emptied',
  happens: 'somebody empties the caBundle of the webhook configuration, so that the API server trusts no replica',
  mayFail: 'until a replica has repaired it',
  async inject(scene) {
    const { writers, fleet } = scene
    const begin = performance.now()
    await empty(scene)
    await until('it is full again', () => isFull(scene), { every: 20 })
    const repaired = performance.now()
    await setTimeout(takenUpMs + 2_000)
    const failed = writers.creations.filter(({ fate }) => fate === 'failed')
    const last = Math.max(...failed.map(({ due }) => due - begin))
    const lost =
      failed.length === 0 ? 'no pod failed meanwhile' : `the last pod that failed was due after ${last.toFixed(0)} ms`
    const ready = (await Promise.all(fleet.replicas.map(one => one.isReady()))).filter(Boolean).length
    return {
      notes: [
        `written back after ${(repaired - begin).toFixed(0)} ms; ${lost}`,
        `${ready} of ${fleet.replicas.length} replicas ready afterwards`,
      ],
      excused: all => all.filter(({ due }) => due < repaired + takenUpMs).length,
    }
  },
}

async function isFull({ plane, site }: Scene): Promise<boolean> {
  const { body } = await plane.request(site.configurationPath)
  return Boolean(memberOf(JSON.parse(body), 'webhooks', 0, 'clientConfig', 'caBundle'))
}

async function empty({ plane, site }: Scene): Promise<void> {
  const { body } = await plane.request(site.configurationPath)
  const bundle = /"caBundle": ?"[^"]+"/
  if (!bundle.test(body)) throw new Error('there is no caBundle that could be emptied')
  const emptied: unknown = JSON.parse(body.replace(bundle, '"caBundle":""'))
  const answer = await plane.request(site.configurationPath, { method: 'PUT', body: emptied })
  if (answer.status !== 200) throw new Error(`the caBundle could not be emptied: ${answer.status} ${answer.body}`)
}
