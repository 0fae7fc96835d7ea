import { annotations, foreignAnnotations } from '../keys.ts'
import { readNetwork } from '../network.ts'
import { NetworkTable } from '../network-table.ts'
import { readSriovPolicy } from '../sriov-policy.ts'
import type { SupplyScene } from '../sriov-policy-bonds.ts'
import type { SriovPolicyExample } from './example.ts'
import { networkOfExample } from './example-objects.ts'

/** What an example about policies shows: the bond is annotated with its links, and there is no pod. */
export function supplyOfExample(example: SriovPolicyExample): SupplyScene {
  const { policies = {}, bond, second, resources = usualResources } = example
  const links = ['sriovnet1', 'sriovnet2'].map((name, index) => {
    const annotated = { [foreignAnnotations.resourceName]: resources[index] ?? '' }
    return networkOfExample({ with: `"name": "${name}"`, annotations: annotated }, 'link', name)
  })
  const bonds = [bond ?? '', ...(second === undefined ? [] : [second])].map((example, index) => {
    const { metadata, spec } = networkOfExample(example === '' ? {} : example, 'bond', `bond-net${index + 1}`)
    return {
      metadata: { ...metadata, annotations: { [annotations.links]: 'sriovnet1,sriovnet2' } },
      ...(spec && { spec }),
    }
  })
  const specs = Object.entries({ ...usualPolicies, ...policies })
  const read = specs.flatMap(([name, spec]) => {
    const object = { metadata: { name }, spec: { ...usualPolicies[name], ...spec } }
    return spec === null ? [] : (readSriovPolicy(object, 'operator') ?? [])
  })
  const networks = [...links, ...bonds].map(readNetwork)
  return { networks, catalogue: new NetworkTable(networks), pods: [], policies: read }
}

const usualResources: NonNullable<SriovPolicyExample['resources']> = ['openshift.io/port0', 'openshift.io/port1']

const usualPolicies: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  port0: { resourceName: 'port0', numVfs: 8, nicSelector: { pfNames: ['ens1f0'] } },
  port1: { resourceName: 'port1', numVfs: 8, nicSelector: { pfNames: ['ens2f0'] } },
}
