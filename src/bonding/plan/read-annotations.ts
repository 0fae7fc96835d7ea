import { annotations, foreignAnnotations } from '../keys.ts'
import { readCommaList, readNetworksAnnotation } from '../networks-annotation.ts'
import type { NetworkElement, NetworksList, UnreadableList } from '../networks-annotation.ts'
import { type Pod, podAnnotation } from '../pod.ts'
import { quote } from '../networks-annotation/quote.ts'
import type { PlanProblem } from './problem.ts'

/** What the pod's author wrote, read; each undefined where it is absent, or unreadable and then among the problems. */
export interface AuthorsWords {
  readonly networks: NetworksList | undefined
  readonly bonds: NetworksList | undefined
  readonly links: NetworksList | undefined
  readonly defaultNetwork: NetworkElement | undefined
  readonly problems: readonly PlanProblem[]
}

export function readAnnotations(pod: Pod, defaultNetworkNamespace: string): AuthorsWords {
  const problems: PlanProblem[] = []
  const listed = (
    key: string,
    kind: 'networks-annotation-readable' | 'bonds-annotation-readable' | 'links-annotation-readable',
    read: (text: string, namespace: string) => NetworksList | UnreadableList,
  ): NetworksList | undefined => {
    // Multus takes an empty annotation as an absent one (pkg/k8sclient GetPodNetwork), and ours follow it.
    const text = podAnnotation(pod, key)
    if (text === undefined || text === '') return undefined
    const list = read(text, pod.namespace)
    const bounded = list.kind === 'list' ? tooLong(list, key) : list
    if (bounded === undefined && list.kind === 'list') return list
    if (bounded) problems.push({ kind, list: bounded })
    return undefined
  }
  return {
    networks: listed(foreignAnnotations.networks, 'networks-annotation-readable', readNetworksAnnotation),
    bonds: listed(annotations.bonds, 'bonds-annotation-readable', readCommaList),
    links: listed(annotations.links, 'links-annotation-readable', readLinkList),
    defaultNetwork: readDefaultNetwork(pod, defaultNetworkNamespace, problems),
    problems,
  }
}

/** Was this annotation written, and cannot be read? Then nothing is known of what it says, which is not the same as nothing. */
export function isUnreadable({ problems }: AuthorsWords, annotation: 'networks' | 'bonds' | 'links'): boolean {
  return problems.some(({ kind }) => kind === `${annotation}-annotation-readable`)
}

/** Far more than any pod has; what is asked of all pairs must not take a hostile list minutes. */
const longestList = 250

function tooLong({ elements, text }: NetworksList, key: string): UnreadableList | undefined {
  const most = key === foreignAnnotations.networks ? longestList : longestList / 5
  if (elements.length <= most) return undefined
  return {
    kind: 'unreadable',
    stage: 'parse',
    span: { start: 0, end: text.length },
    found: `names ${elements.length} networks, and at most ${most} are looked at`,
    fix: `Name at most ${most}`,
    multus: '',
  }
}

/** The value of a `bond-injector.io/links` annotation: networks only, since the bond's config names the interfaces. */
export function readLinkList(text: string, namespace: string): NetworksList | UnreadableList {
  const list = readCommaList(text, namespace)
  if (list.kind === 'unreadable') return list
  const named = list.elements.find(element => element.interface !== '')
  if (!named) return list
  return {
    kind: 'unreadable',
    stage: 'parse',
    span: named.span,
    found: `${quote(text.slice(named.span.start, named.span.end))} names an interface, but the bond config gives the links their names`,
    fix: `Remove ${quote(`@${named.interface}`)}`,
    multus: '',
  }
}

/**
 * `v1.multus-cni.io/default-network` is stricter than the list: present but empty is an error, more than one element
 * is an error, and `[]` makes Multus panic (pkg/k8sclient tryLoadK8sPodDefaultNetwork).
 */
function readDefaultNetwork(pod: Pod, namespace: string, problems: PlanProblem[]): NetworkElement | undefined {
  const text = podAnnotation(pod, foreignAnnotations.defaultNetwork)
  if (text === undefined) return undefined
  const network = onlyNetwork(text, namespace)
  if (!('found' in network)) return network
  problems.push({ kind: 'default-network-readable', ...network })
  return undefined
}

function onlyNetwork(text: string, namespace: string): NetworkElement | { found: string; multus: string } {
  if (text === '') return { found: 'is empty', multus: 'pod annotation does not have "network" as key' }
  const list = readNetworksAnnotation(text, namespace)
  if (list.kind === 'unreadable') return { found: list.found, multus: list.multus }
  const [first, ...others] = list.elements
  if (!first) return { found: 'is an empty list', multus: 'index out of range [0] with length 0' }
  if (others.length === 0) return first
  return { found: `names ${list.elements.length} networks`, multus: 'more than one default network is specified' }
}
