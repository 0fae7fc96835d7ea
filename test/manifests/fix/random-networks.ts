import type { Choose } from '../edit/layout.ts'
import { randomLayout } from '../edit/layout.ts'
import { printYaml } from '../edit/print-yaml.ts'

/** A file of networks, and what their configs should be in the end. */
export interface RandomNetworks {
  readonly text: string
  /** By object; undefined for one that is nothing to mend. */
  readonly configs: readonly (Readonly<Record<string, unknown>> | undefined)[]
}

interface RandomConfig {
  readonly before: Readonly<Record<string, unknown>>
  readonly after: Readonly<Record<string, unknown>>
}

/** Networks with what can be mended in them, in any layout, and with objects of other people around. */
export function randomNetworks(choose: Choose): RandomNetworks {
  const configs = choose([1], [1, 2], [1, 2, 3]).map(() => choose(randomBond, randomBond, randomSriov)(choose))
  const objects = configs.map(({ before }, index) => network(`net-${index}`, printConfig(before, choose), choose))
  const layout = randomLayout(choose)
  const wanted = configs.map(({ after }) => after)
  if (choose(false, false, true)) {
    const list = { apiVersion: 'v1', kind: 'List', items: [...objects, neighbour] }
    const text = choose(true, false) ? JSON.stringify(list, null, choose(0, 2)) : printYaml(list, layout)
    return { text, configs: [...wanted, undefined] }
  }
  const documents = objects.map(object => printYaml(object, layout))
  const mark = choose('', '', '\uFEFF')
  const last = choose(printYaml(neighbour, layout), printYaml(neighbour, layout).trimEnd())
  return { text: mark + [...documents, last].join(`---${layout.lineBreak}`), configs: [...wanted, undefined] }
}

const neighbour = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'other' },
  data: { config: '{"miimon": 100}' },
}

function network(name: string, config: string, choose: Choose) {
  const annotations = choose({}, { note: "it's <1> of two" }, { 'k8s.v1.cni.cncf.io/resourceName': 'a.io/b' })
  return {
    apiVersion: 'k8s.cni.cncf.io/v1',
    kind: 'NetworkAttachmentDefinition',
    metadata: { name, namespace: 'demo', ...choose({}, { annotations }) },
    spec: { config },
  }
}

function randomBond(choose: Choose): RandomConfig {
  const wrong = {
    ...choose({}, { miimon: 100 }),
    ...choose({}, { failOverMac: '1' }, { failOverMac: null }),
    ...choose({}, { linksInContainer: 'true' }, { linksInContainer: undefined }),
    ...choose({}, { mtu: '1500' }),
    ...choose({}, { cniVersion: '' }, { cniVersion: undefined }),
  }
  const after = {
    cniVersion: '0.3.1',
    type: 'bond',
    mode: 'active-backup',
    failOverMac: 1,
    linksInContainer: true,
    miimon: '100',
    links: [{ name: 'net1' }, { name: 'net2' }],
    ...('mtu' in wrong && { mtu: 1500 }),
    ...choose({}, { ipam: {} }),
  }
  return { before: inAnyOrder({ ...after, ...wrong }, choose), after }
}

function randomSriov(choose: Choose): RandomConfig {
  const after = { cniVersion: '0.3.1', type: 'sriov', note: 'a "b" \\ ü' }
  return { before: inAnyOrder({ ...after, cniVersion: choose(undefined, '', '0.3.1') }, choose), after }
}

function inAnyOrder(config: Readonly<Record<string, unknown>>, choose: Choose): Readonly<Record<string, unknown>> {
  const entries = Object.entries(config).filter(([, value]) => value !== undefined)
  return Object.fromEntries(
    choose(
      entries,
      entries.toReversed(),
      entries.toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ),
  )
}

function printConfig(config: object, choose: Choose): string {
  const text = JSON.stringify(config, null, choose<string | number>(0, 0, 2, 4, '\t'))
  return choose(text, text.replaceAll(/(?<=[^\\]"):(?=\S)/g, ' : '))
}
