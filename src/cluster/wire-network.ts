import { fieldsOf } from '../bonding/json-fields.ts'
import type { WireNetwork } from './networks-api.ts'

/**
 * Picks the few fields that are read out of an object of the API server, so that the rest (managed fields above all)
 * is not kept in memory.
 *
 * @returns undefined for anything that is no network attachment definition
 */
export function wireNetwork(object: unknown): WireNetwork | undefined {
  const metadata = fieldsOf(fieldsOf(object)?.['metadata'])
  const namespace = metadata?.['namespace']
  const name = metadata?.['name']
  if (typeof namespace !== 'string' || typeof name !== 'string') return undefined
  const resourceVersion = text(metadata?.['resourceVersion']) ?? ''
  const annotations = Object.fromEntries(
    Object.entries(fieldsOf(metadata?.['annotations']) ?? {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && isRead(entry[0]),
    ),
  )
  return {
    namespace,
    name,
    resourceVersion,
    annotations,
    config: text(fieldsOf(fieldsOf(object)?.['spec'])?.['config']),
  }
}

/** kubectl's last-applied annotation is as large as the object itself. */
function isRead(annotation: string): boolean {
  return annotation !== 'kubectl.kubernetes.io/last-applied-configuration'
}

export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
