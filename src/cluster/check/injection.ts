import { wholeDevices } from '../../bonding/quantity.ts'
import { foreignAnnotations } from '../../bonding/keys.ts'
import { effectiveInterface, readNetworksAnnotation } from '../../bonding/networks-annotation.ts'
import type { BondStatus } from '../../bonding/plan/status.ts'
import { podAnnotation, type Pod } from '../../bonding/pod.ts'
import type { Trouble } from './answer.ts'

/** What is wrong with a pod that we completed: whatever the status annotation promises must be there. */
export function injectionTrouble(pod: Pod, bonds: readonly BondStatus[], namespace: string): Trouble | undefined {
  const networks = podAnnotation(pod, foreignAnnotations.networks) ?? ''
  const lost = lostAttachment(networks, bonds, namespace)
  if (lost !== undefined) {
    return {
      problem: `the pod was completed and then changed: ${lost}, in "${networks}"`,
      fix: 'Another webhook is called behind bond-injector; find it with `kubectl get mutatingwebhookconfigurations`, and have it leave the networks annotation alone or be called before',
    }
  }
  const links = bonds.flatMap(bond => bond.links).length
  const devices = deviceCount(pod)
  if (devices >= links) return undefined
  return {
    problem: `the pod came back with ${links} links and ${devices} device requests, so the kubelet would not reserve what they need`,
    fix: `Give the networks of the links the annotation ${foreignAnnotations.resourceName}; with serve --devices=leave, see why the other webhook adds none`,
  }
}

/** What a completed pod got. */
export function injectionFact(pod: Pod): string {
  const networks = podAnnotation(pod, foreignAnnotations.networks) ?? ''
  return `a labelled pod comes back with ${networks} and ${deviceCount(pod)} device requests`
}

/** The first attachment that is not where it was put: links come before their bond. */
function lostAttachment(networks: string, bonds: readonly BondStatus[], namespace: string): string | undefined {
  const list = readNetworksAnnotation(networks, namespace)
  if (list.kind === 'unreadable') return list.found
  const listed = list.elements.map(element => ({
    network: `${element.namespace}/${element.name}`,
    interface: effectiveInterface(element),
  }))
  const indexOf = (wanted: { readonly network: string; readonly interface: string }) =>
    listed.findIndex(({ network, interface: name }) => network === wanted.network && name === wanted.interface)
  for (const bond of bonds) {
    const missing = [...bond.links, bond].find(attachment => indexOf(attachment) < 0)
    if (missing) return `${missing.network}@${missing.interface} is missing`
    if (bond.links.some(link => indexOf(link) > indexOf(bond))) return `${bond.interface} stands before its links`
  }
  return undefined
}

/** The pod was sent without any, and names with a domain are devices. */
function deviceCount(pod: Pod): bigint {
  const requests = pod.containers.flatMap(({ requests }) => Object.entries(requests ?? {}))
  const counts = requests.filter(([name]) => name.includes('/')).map(([, quantity]) => wholeDevices(quantity) ?? 0n)
  return counts.reduce((sum, count) => sum + count, 0n)
}
