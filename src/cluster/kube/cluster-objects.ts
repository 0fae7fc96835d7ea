import { CustomObjectsApi } from '@kubernetes/client-node'
import { fieldsOf, type Fields } from '../../bonding/json-fields.ts'
import { ApiFailure } from '../api-failure.ts'
import { text } from '../wire-network.ts'
import type { KubeConnection } from './connection.ts'
import type { ServedKind } from './namespace-objects.ts'

const pageSize = 500

/**
 * All objects of a custom kind, of every namespace.
 *
 * @throws ApiFailure; 404 where the kind is not installed
 */
export async function listEverywhere(connection: KubeConnection, served: ServedKind): Promise<readonly Fields[]> {
  const { group, version, plural, kind } = served
  const objects: Fields[] = []
  let from: string | undefined
  do {
    const query = { group, version, plural, limit: pageSize, ...(from === undefined ? {} : { _continue: from }) }
    const list = fieldsOf(await connection.call(CustomObjectsApi, client => client.listClusterCustomObject(query)))
    const items = list?.['items']
    if (!Array.isArray(items)) throw new ApiFailure('the API server answered a list that is none')
    for (const item of items) objects.push({ apiVersion: `${group}/${version}`, kind, ...fieldsOf(item) })
    from = text(fieldsOf(list?.['metadata'])?.['continue']) || undefined
  } while (from !== undefined)
  return objects
}
