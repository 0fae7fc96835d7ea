import {
  decodeGo,
  goAny,
  goInt,
  goIp,
  goMap,
  goPointer,
  goSlice,
  goString,
  goStruct,
  type GoValue,
} from '../go-decode.ts'
import { type JsonNode, parseGoJson, type Span } from '../go-json.ts'
import type { NetworkElement, NetworksList, UnreadableList } from '../networks-annotation.ts'
import { explainMismatch, explainNoName, explainNull, explainSyntax } from './json-problem.ts'
import { addressProblem } from './request.ts'

const portMapping = goStruct('types.PortMapEntry', {
  hostPort: goInt,
  containerPort: goInt,
  protocol: goString,
  hostIP: goString,
})

const bandwidth = goStruct('types.BandwidthEntry', {
  ingressRate: goInt,
  ingressBurst: goInt,
  egressRate: goInt,
  egressBurst: goInt,
})

/** Every field counts, read here or not: one of the wrong type and Multus refuses the list. */
const selectionElement = goStruct('types.NetworkSelectionElement', {
  name: goString,
  namespace: goString,
  ips: goSlice(goString),
  mac: goString,
  'infiniband-guid': goString,
  interface: goString,
  interfaceRequest: goString,
  portMappings: goSlice(goPointer(portMapping)),
  bandwidth: goPointer(bandwidth),
  deviceID: goString,
  'cni-args': goPointer(goMap(goAny)),
  'default-route': goPointer(goSlice(goIp)),
})

const selectionList = goSlice(goPointer(selectionElement))

/** Reads a JSON list: first the syntax, then all types, then element by element the addresses, and last who has a name. */
export function readJsonForm(text: string, podNamespace: string): NetworksList | UnreadableList {
  const reading = parseGoJson(text)
  if (reading.kind === 'not-json') return explainSyntax(text, reading.problem)
  const decoding = decodeGo(reading.root, selectionList)
  const returned = decoding.mismatches.find(mismatch => mismatch.goMessage === decoding.goMessage)
  if (returned) return explainMismatch(returned)

  const nodes = reading.root.kind === 'array' ? reading.root.elements : []
  const elements: NetworkElement[] = []
  for (const [index, node] of nodes.entries()) {
    const value = decoding.value?.[index]
    if (!value) return explainNull(index, node)
    const problem = addressProblem(value)
    if (problem) {
      const { path, found, fix, multus } = problem
      // An element of `ips` that is null has set nothing, so the list stands for it.
      const origin = decoding.origin([index, ...path]) ?? decoding.origin([index, ...path.slice(0, 1)])
      return {
        kind: 'unreadable',
        stage: 'parse',
        span: spanOf(origin?.node ?? node),
        found: `element ${index + 1}: ${found}`,
        fix,
        multus,
      }
    }
    elements.push(elementOf(index, node, value, podNamespace))
  }
  const nameless = elements.find(element => element.name === '')
  return nameless ? explainNoName(nameless) : { kind: 'list', syntax: 'json', text, elements }
}

function elementOf(
  index: number,
  node: JsonNode,
  value: GoValue<typeof selectionElement>,
  podNamespace: string,
): NetworkElement {
  // The older key counts only where the newer one is empty.
  const interfaceName = value.interface || value.interfaceRequest
  const lastMember = node.kind === 'object' ? node.members.at(-1) : undefined
  return {
    index,
    namespace: value.namespace || podNamespace,
    name: value.name,
    interface: interfaceName,
    ...(value.mac !== '' && { mac: value.mac }),
    ...(value.ips && { ips: value.ips }),
    span: spanOf(node),
    ...(interfaceName === '' && lastMember && { slot: { kind: 'member' as const, start: lastMember.value.end } }),
  }
}

function spanOf({ start, end }: JsonNode): Span {
  return { start, end }
}
