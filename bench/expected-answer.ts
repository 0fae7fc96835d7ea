import jsonpatch, { type Operation } from 'fast-json-patch'
import { deepStrictEqual } from 'node:assert/strict'
import { annotations, foreignAnnotations } from '../src/bonding/keys.ts'
import type { BenchPod } from './admission-review.ts'

/**
 * Is this the right answer for the pod? A wrong one must not count as a fast one.
 *
 * @throws an AssertionError that shows what differs
 */
export function checkAnswer(text: string, pod: BenchPod): void {
  const { response } = JSON.parse(text) as { response: { allowed: boolean; patch?: string } }
  if (!response.allowed || response.patch === undefined) throw new Error(`not what was asked for: ${text}`)
  const operations = JSON.parse(Buffer.from(response.patch, 'base64').toString()) as Operation[]
  deepStrictEqual(applied(pod, operations), completed(pod))
}

/** The patch is read, never trusted to be of any shape: the library validates it. */
export function applied(pod: BenchPod, operations: readonly object[]): BenchPod {
  return jsonpatch.applyPatch(structuredClone(pod), structuredClone(operations) as Operation[], true).newDocument
}

/** The pod with its bond, written down once more without the engine. */
function completed(pod: BenchPod): BenchPod {
  const { metadata, spec } = structuredClone(pod)
  const links = [1, 2].map(port => ({ interface: `net${port}`, network: `demo/sriovnet${port}` }))
  const bond = { interface: 'bond0', network: 'demo/bond-net1', linksFrom: 'discovery', links }
  const devices = { 'openshift.io/sriovnet1': '1', 'openshift.io/sriovnet2': '1' }
  const containers = spec.containers.map((container, index) => {
    const { requests, limits } = container.resources
    const added = index === 0 ? devices : {}
    return { ...container, resources: { requests: { ...requests, ...added }, limits: { ...limits, ...added } } }
  })
  return {
    metadata: {
      ...metadata,
      annotations: {
        ...metadata.annotations,
        [foreignAnnotations.networks]: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0',
        [annotations.status]: JSON.stringify({ version: 1, bonds: [bond] }),
      },
    },
    spec: { ...spec, containers },
  }
}
