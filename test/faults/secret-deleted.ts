import { createObject, deleteObject } from '../cluster/create-object.ts'
import { until } from '../cluster/until.ts'
import type { Fault } from './fault.ts'
import { readSecret } from './stored-secret.ts'

export const secretDeleted: Fault = {
  name: 'Secret deleted',
  happens: 'the Secret with the certificates is deleted, every replica finds it missing, then an empty one is created',
  async inject(scene) {
    const { plane, site, fleet } = scene
    const { 'tls.crt': before } = await readSecret(scene)
    const seen = new Map(fleet.replicas.map(({ name, log }) => [name, log.lines().length]))
    const allSay = (message: string) =>
      until(`every replica says "${message}"`, async () =>
        fleet.replicas.every(({ name, log }) => log.find(message, seen.get(name)) !== undefined),
      )
    await deleteObject(plane, site.secretPath)
    await allSay('certificate kept: the next one cannot be used')
    const stillReady = (await Promise.all(fleet.replicas.map(one => one.isReady()))).filter(Boolean).length
    const [collection = '', name = ''] = splitPath(site.secretPath)
    await createObject(plane, collection, { metadata: { name } })
    await allSay('certificate can be read again')
    const { 'tls.crt': after } = await readSecret(scene)
    if (after !== before) throw new Error('another certificate than before stands in the new Secret')
    return {
      notes: [
        `${stillReady} of ${fleet.replicas.length} replicas ready without it; the same certificate is in the new one`,
      ],
    }
  },
}

function splitPath(path: string): readonly string[] {
  const slash = path.lastIndexOf('/')
  return [path.slice(0, slash), path.slice(slash + 1)]
}
