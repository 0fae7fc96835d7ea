import { readNetworksAnnotation, type NetworkElement } from '../../src/bonding/networks-annotation.ts'
import type { NeighbourElement, NeighbourReading } from './neighbours-program.ts'
import { nestedTexts, type Comparison } from './comparison.ts'
import { annotationText, knownAnnotations } from './random-annotation.ts'

export const annotationComparison: Comparison = {
  name: 'the networks annotation, as Multus reads it',
  always: [...knownAnnotations, ...nestedTexts],
  texts: annotationText,
  runs: 8000,
  difference: annotationDifference,
}

const podNamespace = 'pod-namespace'

/** Says in what `readNetworksAnnotation` differs from Multus. The Go program has the JSON form only. */
function annotationDifference(text: string, { annotation: go }: NeighbourReading): string | undefined {
  if (!/[[{"]/.test(text)) return undefined
  const ours = readNetworksAnnotation(text, podNamespace)
  const said = ours.kind === 'list' ? JSON.stringify(ours.elements.map(known)) : `${ours.stage}: ${ours.multus}`
  const same = (theirs: string, agree: boolean) => (agree ? undefined : `ours: ${said}\n  Go:   ${theirs}`)
  const refused = ours.kind === 'unreadable' && ours.stage === 'parse'
  if (go.error !== undefined) return same(go.error, refused && agrees(go.error, ours.multus))
  if (go.refused !== undefined) return same(go.refused, refused && agrees(go.refused, ours.multus))
  const elements = (go.elements ?? []).filter(element => element !== null)
  const theirs = JSON.stringify(elements.map(decoded))
  if (elements.some(({ name }) => name === '')) return same(theirs, ours.kind === 'unreadable' && !refused)
  return same(theirs, said === theirs)
}

/** Ours is for people: long texts are cut, and what cannot be seen is escaped. Of a panic it has the cause alone. */
function agrees(go: string, ours: string): boolean {
  const said = visible(ours).replace(/\.\.\.$/, '')
  return visible(go.replace(/^panic: /, '')).startsWith(said)
}

function visible(text: string): string {
  return text.replace(/\\u[0-9a-f]{4}|[^ -~]/g, '?')
}

function decoded({ name, namespace, interface: asked = '', mac, ips = [] }: NeighbourElement) {
  return { name, namespace: namespace ?? podNamespace, interface: asked, mac: mac ?? '', ips }
}

function known({ name, namespace, interface: asked, mac = '', ips = [] }: NetworkElement) {
  return { name, namespace, interface: asked, mac, ips }
}
