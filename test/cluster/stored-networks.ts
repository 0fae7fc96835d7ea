import type { Cluster } from './cluster.ts'
import { createObject, deleteObject } from './create-object.ts'
import { networkAttachmentDefinition } from './network-attachment-definition.ts'

type Annotations = Readonly<Record<string, string>>

/** The NADs of one namespace, written without kubectl. */
export interface StoredNetworks {
  create(name: string, config: string, annotations?: Annotations): Promise<void>
  /** A virtual function of this port. */
  createLink(name: string, port: string): Promise<void>
  createBond(name: string, annotations?: Annotations): Promise<void>
  /** `sriovnet1` and `sriovnet2` on two ports, and `bond-net1`, which has to find them. */
  createBondAndLinks(): Promise<void>
  /** Its annotations stay. */
  replaceConfig(name: string, config: string): Promise<void>
  remove(name: string): Promise<void>
  removeAll(): Promise<void>
}

/** A right bond of net1 and net2. */
export const bondConfig = JSON.stringify({
  cniVersion: '0.3.1',
  type: 'bond',
  mode: 'active-backup',
  failOverMac: 1,
  linksInContainer: true,
  miimon: '100',
  links: [{ name: 'net1' }, { name: 'net2' }],
})

export function storedNetworks(cluster: Cluster, namespace: string): StoredNetworks {
  const path = `/apis/k8s.cni.cncf.io/v1/namespaces/${namespace}/network-attachment-definitions`
  const create = (name: string, config: string, annotations: Annotations = {}) =>
    createObject(cluster, path, networkAttachmentDefinition({ namespace, name, annotations }, config))
  const createLink = (name: string, port: string) =>
    create(name, '{"cniVersion":"1.0.0","type":"sriov"}', { 'k8s.v1.cni.cncf.io/resourceName': port })
  return {
    create,
    createLink,
    createBond: (name, annotations) => create(name, bondConfig, annotations),
    async createBondAndLinks() {
      await createLink('sriovnet1', 'openshift.io/port0')
      await createLink('sriovnet2', 'openshift.io/port1')
      await create('bond-net1', bondConfig)
    },
    async replaceConfig(name, config) {
      const { body } = await cluster.request(`${path}/${name}`)
      const before: unknown = JSON.parse(body)
      if (typeof before !== 'object') throw new Error(`GET ${path}/${name}: ${body}`)
      // With the version that was seen: a custom resource is not replaced without one.
      const after = { ...before, spec: { config } }
      const answer = await cluster.request(`${path}/${name}`, { method: 'PUT', body: after })
      if (answer.status !== 200) throw new Error(`PUT ${path}/${name}: ${answer.status} ${answer.body}`)
    },
    remove: name => deleteObject(cluster, `${path}/${name}`),
    removeAll: () => deleteObject(cluster, path),
  }
}
