import { isDeepStrictEqual } from 'node:util'
import { stringify } from 'yaml'
import { type Fields, fieldsOf } from '../bonding/json-fields.ts'
import { ApiFailure } from '../cluster/api-failure.ts'
import type { KubeConnection } from '../cluster/kube/connection.ts'
import type { ServedKind } from '../cluster/kube/namespace-objects.ts'
import type { ManifestFile, ManifestFiles } from '../manifests/manifest-files.ts'
import { fileProblem, type ManifestProblem } from '../manifests/manifest-problem.ts'
import { readDocuments } from '../manifests/read-documents.ts'
import { clusterTrouble } from './cluster-trouble.ts'
import { holderKinds, networkKind, resourceText } from './served-kinds.ts'
import { sriovManifests } from './sriov-manifests.ts'

/**
 * The networks, pods and workloads of a namespace, and the policies behind them, each as the file that its author could
 * have written: what is found in them is then told as it is for files.
 */
export async function namespaceManifests(connection: KubeConnection, namespace: string): Promise<ManifestFiles> {
  const { listObjects } = await import('../cluster/kube/namespace-objects.ts')
  const objects: Fields[] = []
  const problems: ManifestProblem[] = []
  for (const kind of [networkKind, ...holderKinds]) {
    try {
      for (const object of await listObjects(connection, kind, namespace)) objects.push(object)
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error
      problems.push(unread(kind, namespace, error))
      // It will not answer the next question either, and each takes its time.
      if (error.status === undefined || error.status === 401) break
    }
  }
  const files = withoutControlled(objects).map(fileOf)
  // Without networks there is no bond that policies could stand behind.
  if (!objects.some(({ kind }) => kind === networkKind.kind)) return { files, problems }
  const sriov = await sriovManifests(connection, files, fileOf)
  return { ...sriov, files: [...files, ...sriov.files], problems }
}

/** What a controller makes repeats what its template says. */
export function withoutControlled(objects: readonly Fields[]): readonly Fields[] {
  const known = new Set(objects.map(object => metadataOf(object)['uid']))
  return objects.filter(object => {
    const owners = metadataOf(object)['ownerReferences']
    const list: readonly unknown[] = Array.isArray(owners) ? owners : []
    return !list.some(owner => fieldsOf(owner)?.['controller'] === true && known.has(fieldsOf(owner)?.['uid']))
  })
}

/** An object of the API server as its author could have written it, in YAML if that reads back as the same. */
export function fileOf(object: Fields): ManifestFile {
  const file = `${String(object['kind']).toLowerCase()}/${String(metadataOf(object)['name'])}`
  const authored = authoredOf(object)
  const yaml = stringify(authored, { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false })
  const [read] = readDocuments(yaml, file).objects
  const text = isDeepStrictEqual(read?.value, authored) ? yaml : `${JSON.stringify(authored, undefined, 2)}\n`
  return { file, text }
}

const keptMetadata = ['name', 'generateName', 'namespace', 'labels', 'annotations'] as const

function authoredOf({ apiVersion, kind, spec, ...object }: Fields): Fields {
  const metadata = metadataOf(object)
  const kept = keptMetadata.flatMap(key =>
    metadata[key] === undefined ? [] : [[key, valueOf(metadata[key])] as const],
  )
  return { apiVersion, kind, metadata: Object.fromEntries(kept), ...(spec === undefined ? {} : { spec }) }
}

/** kubectl keeps the whole object once more in an annotation. */
function valueOf(value: unknown): unknown {
  const fields = fieldsOf(value)
  if (!fields) return value
  return Object.fromEntries(
    Object.entries(fields).filter(([key]) => key !== 'kubectl.kubernetes.io/last-applied-configuration'),
  )
}

function metadataOf(object: Fields): Fields {
  return fieldsOf(object['metadata']) ?? {}
}

function unread(kind: ServedKind, namespace: string, failure: ApiFailure): ManifestProblem {
  const resource = resourceText(kind)
  const [message = '', ...fix] = clusterTrouble(failure, resource).split(/\. (?=[A-Z])/)
  return fileProblem(`${resource} of namespace ${namespace}`, 'unreadable', message, fix.join('. '))
}
