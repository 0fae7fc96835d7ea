import { annotations, foreignAnnotations } from '../../../src/bonding/keys.ts'
import { pointerStep } from '../../../src/bonding/json-patch.ts'
import type { PatchOperation } from '../../../src/bonding/json-patch.ts'
import type { Choose } from './layout.ts'
import type { Quantities, RandomPod } from './random-pod.ts'

/** Operations as injection makes them: texts put into the networks annotation, a status, devices of one container. */
export function randomOperations(pod: RandomPod, choose: Choose): readonly PatchOperation[] {
  const operations = [...annotationOperations(pod, choose), ...deviceOperations(pod, choose)]
  return operations.length > 0 ? operations : deviceOperations(pod, (...options) => choose(...options.slice(-1)))
}

function annotationOperations({ metadata }: RandomPod, choose: Choose): readonly PatchOperation[] {
  const parent = '/metadata/annotations'
  const status = '{"bonds":[{"name":"bond0"}]}'
  const present = metadata.annotations
  const old = present?.[foreignAnnotations.networks]
  const wanted = { [foreignAnnotations.networks]: longer(old ?? '', choose), [annotations.status]: status }
  if (!present) return [{ op: 'add', path: parent, value: wanted }]
  return Object.entries(wanted)
    .filter(() => choose(true, true, false))
    .map(([key, value]) => {
      return { op: Object.hasOwn(present, key) ? 'replace' : 'add', path: `${parent}/${pointerStep(key)}`, value }
    })
}

/** Text put in at one or two places, as JSON or not; rarely something else altogether. */
function longer(old: string, choose: Choose): string {
  if (old === '' || choose(...Array<boolean>(9).fill(false), true))
    return choose('a@net1', 'sriovnet1@net1,bond-net1@bond0')
  let text = old
  for (let times = choose(1, 1, 2); times > 0; times -= 1) {
    const ends = [...old.matchAll(/[\w}\]"]/g)].map(({ index }) => index + 1)
    const at = choose(old.trimEnd().length, old.trimEnd().length, ...ends)
    text = text.slice(0, at) + choose('@net2', ',b@net3', ',"interface":"net4"', ',{"name":"c"}') + text.slice(at)
  }
  return text
}

function deviceOperations({ spec }: RandomPod, choose: Choose): readonly PatchOperation[] {
  const index = choose(...spec.containers.keys())
  const { resources } = spec.containers[index] ?? {}
  const parent = `/spec/containers/${index}/resources`
  const totals = choose<Quantities>({ 'intel.com/sriov': '2' }, { 'intel.com/sriov': '4', 'example.com/vf_b': '1' })
  if (!resources)
    return choose<readonly PatchOperation[]>(
      [],
      [{ op: 'add', path: parent, value: { requests: totals, limits: totals } }],
    )
  return [
    ...quantityOperations(`${parent}/requests`, resources.requests, totals),
    ...quantityOperations(`${parent}/limits`, resources.limits, totals),
  ]
}

function quantityOperations(
  parent: string,
  present: Quantities | null | undefined,
  totals: Quantities,
): readonly PatchOperation[] {
  if (!present) return [{ op: 'add', path: parent, value: totals }]
  return Object.entries(totals).map(([resource, value]) => {
    const op = Object.hasOwn(present, resource) ? 'replace' : 'add'
    return { op, path: `${parent}/${pointerStep(resource)}`, value }
  })
}
