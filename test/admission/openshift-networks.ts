import { NetworkTable } from '../../src/bonding/network-table.ts'
import type { Catalogue } from '../../src/bonding/catalogue.ts'
import { readNetwork, type NetworkAttachmentDefinition } from '../../src/bonding/network.ts'

const sriov = (name: string, resourceName: string): NetworkAttachmentDefinition => ({
  metadata: { namespace: 'demo', name, annotations: { 'k8s.v1.cni.cncf.io/resourceName': resourceName } },
  spec: { config: JSON.stringify({ cniVersion: '1.0.0', name, type: 'sriov', vlan: 0, ipam: {} }) },
})

const bond = (name: string, change: object = {}): NetworkAttachmentDefinition => ({
  metadata: { namespace: 'demo', name },
  spec: {
    config: JSON.stringify({
      type: 'bond',
      cniVersion: '0.3.1',
      name,
      mode: 'active-backup',
      failOverMac: 1,
      linksInContainer: true,
      miimon: '100',
      mtu: 1500,
      links: [{ name: 'net1' }, { name: 'net2' }],
      ipam: {
        type: 'host-local',
        subnet: '10.56.217.0/24',
        routes: [{ dst: '0.0.0.0/0' }],
        gateway: '10.56.217.1',
      },
      ...change,
    }),
  },
})

const definitions = [
  sriov('sriovnet1', 'openshift.io/port0'),
  sriov('sriovnet2', 'openshift.io/port1'),
  bond('bond-net1'),
  bond('bond-without-mac', { failOverMac: undefined }),
  bond('bond-twice-wrong', { failOverMac: undefined, miimon: undefined }),
]

/** The networks of the OpenShift page on bonds in pods, and two bonds that it would refuse. */
export const openshiftNetworks: Catalogue = new NetworkTable(definitions.map(readNetwork))
