import { readFile } from 'node:fs/promises'
import { bondLabel } from '../../src/bonding/keys.ts'
import { readDocuments } from '../../src/manifests/read-documents.ts'
import { Misuse } from './script.ts'

/** A pod from a file, with the namespace that it is created in. */
export interface ManifestPod {
  readonly file: string
  readonly object: object
  readonly namespace: string
  readonly name?: string
  /** Its name; for one that has none yet, its generateName. */
  readonly title: string
  /** What it asks of us, for people. */
  readonly labelled: string
}

/** The one pod of a file, read as the program reads its manifests. */
export async function readPodFile(file: string): Promise<ManifestPod> {
  const { objects, problems } = readDocuments(await textOf(file), file)
  const [broken] = problems.filter(problem => problem.severity === 'error')
  if (broken) throw new Misuse(`${broken.file}:${broken.line}:${broken.column}: ${broken.message}. ${broken.fix}`)
  const [pod, ...others] = objects.filter(object => object.apiVersion === 'v1' && object.kind === 'Pod')
  if (!pod) throw new Misuse(`${file}: expected a pod, found ${list(objects.map(object => object.kind))}`)
  if (others.length > 0) throw new Misuse(`${file}: expected one pod, found ${others.length + 1}`)
  const { namespace = 'default', name } = pod
  const metadata = fieldsOf(pod.value['metadata'])
  return {
    file,
    // The API server has filled in the namespace before it asks anybody.
    object: { ...pod.value, metadata: { ...metadata, namespace } },
    namespace,
    ...(name !== undefined && { name }),
    title: name ?? (typeof metadata['generateName'] === 'string' ? metadata['generateName'] : 'without a name'),
    labelled: labelOf(metadata),
  }
}

function labelOf({ labels }: Readonly<Record<string, unknown>>): string {
  const value = fieldsOf(labels)[bondLabel]
  return typeof value === 'string' ? `with ${bondLabel}: ${value}` : `without the label ${bondLabel}`
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new Misuse(`cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function list(kinds: readonly string[]): string {
  return kinds.length === 0 ? 'no object at all' : kinds.join(', ')
}
