import { CoreV1Api, CustomObjectsApi } from '@kubernetes/client-node'
import { fieldsOf, type Fields } from '../../bonding/json-fields.ts'
import { ApiFailure } from '../api-failure.ts'
import { text } from '../wire-network.ts'
import type { KubeConnection } from './connection.ts'

/** A kind of objects in namespaces, as the API server serves it. */
export interface ServedKind {
  readonly group: string
  readonly version: string
  readonly plural: string
  readonly kind: string
}

const pageSize = 500

/**
 * All objects of a kind in a namespace, as plain data.
 *
 * @param namespace undefined: of every namespace, for custom kinds
 * @throws ApiFailure; 404 where the kind is not installed
 */
export async function listObjects(
  connection: KubeConnection,
  served: ServedKind,
  namespace: string | undefined,
): Promise<Fields[]> {
  const objects: Fields[] = []
  let from: string | undefined
  do {
    const list = fieldsOf(await page(connection, served, namespace, from))
    const items = list?.['items']
    if (!Array.isArray(items)) throw new ApiFailure('the API server answered a list that is none')
    // Items of a list name neither.
    for (const item of items) objects.push({ ...typeOf(served), ...fieldsOf(item) })
    from = text(fieldsOf(list?.['metadata'])?.['continue']) || undefined
  } while (from !== undefined)
  return objects
}

/** One object; undefined where there is none. @throws ApiFailure */
export async function getObject(
  connection: KubeConnection,
  served: ServedKind,
  namespace: string,
  name: string,
): Promise<Fields | undefined> {
  try {
    const found: unknown = await (served.group === ''
      ? connection.call(CoreV1Api, client => client.readNamespacedPod({ namespace, name }))
      : connection.call(CustomObjectsApi, client => client.getNamespacedCustomObject({ ...served, namespace, name })))
    return { ...typeOf(served), ...fieldsOf(plain(found)) }
  } catch (error) {
    if (error instanceof ApiFailure && error.status === 404) return undefined
    throw error
  }
}

async function page(
  connection: KubeConnection,
  served: ServedKind,
  namespace: string | undefined,
  from: string | undefined,
): Promise<unknown> {
  const range = { limit: pageSize, ...(from === undefined ? {} : { _continue: from }) }
  if (namespace === undefined) {
    return connection.call(CustomObjectsApi, client => client.listClusterCustomObject({ ...served, ...range }))
  }
  const query = { namespace, ...range }
  if (served.group !== '') {
    return connection.call(CustomObjectsApi, client => client.listNamespacedCustomObject({ ...served, ...query }))
  }
  const { metadata, items } = await connection.call(CoreV1Api, client => client.listNamespacedPod(query))
  return { metadata: { continue: metadata?._continue }, items: plain(items) }
}

function typeOf({ group, version, kind }: ServedKind): Fields {
  return { apiVersion: group === '' ? version : `${group}/${version}`, kind }
}

/** Of the core group the client knows only its own classes, with dates in them. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown
}
