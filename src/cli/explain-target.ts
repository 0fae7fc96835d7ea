import { type HeldPod, podHolder, readHeldPod } from '../bonding/workload.ts'
import { ApiFailure } from '../cluster/api-failure.ts'
import type { KubeConnection } from '../cluster/kube/connection.ts'
import { clusterTrouble } from './cluster-trouble.ts'
import { value, type Reading } from './flag.ts'
import { holderKinds, type NamedKind, resourceText } from './served-kinds.ts'
import { suggestion } from './suggestion.ts'

/** An object of the cluster that holds a pod. */
export interface ExplainTarget {
  readonly kind: NamedKind
  readonly name: string
}

/** `pod/NAME`, `deploy/NAME`, `deployment.apps/NAME`, as kubectl takes it. */
export function explainTarget(given: string): Reading<ExplainTarget> {
  const [type = '', name = '', ...rest] = given.split('/')
  if (name === '' || rest.length > 0) return problem(`expected KIND/NAME, such as pod/web, found "${given}"`)
  const [short = '', ...group] = type.toLowerCase().split('.')
  const kind = holderKinds.find(one => one.names.includes(short))
  if (!kind) return problem(`no kind "${type}" that holds pods${suggestion(short, kindNames())}`)
  if (group.length > 0 && !`${kind.version}.${kind.group}`.endsWith(group.join('.'))) {
    return problem(`no kind "${type}" that holds pods, did you mean ${short}?`)
  }
  return value({ kind, name })
}

function kindNames(): readonly string[] {
  return holderKinds.map(({ kind }) => kind.toLowerCase())
}

function problem(text: string): Reading<never> {
  return { kind: 'wrong', problem: text }
}

/** Reads the object that KIND/NAME names from the cluster; a sentence where that leads to no pod. */
export async function findTarget(
  connection: KubeConnection,
  given: string,
  namespace: string,
): Promise<HeldPod | string> {
  const target = explainTarget(given)
  if (target.kind === 'wrong') return target.problem
  const { kind, name } = target.value
  const { getObject } = await import('../cluster/kube/namespace-objects.ts')
  try {
    const object = await getObject(connection, kind, namespace, name)
    if (!object) return `there is no ${kind.kind.toLowerCase()} ${name} in namespace ${namespace}`
    const holder = podHolder(kind.group, kind.kind)
    const held = holder && readHeldPod(object, holder, namespace)
    return held ?? `the API server answered a ${kind.kind.toLowerCase()} without containers`
  } catch (error) {
    if (error instanceof ApiFailure) return clusterTrouble(error, resourceText(kind))
    throw error
  }
}
