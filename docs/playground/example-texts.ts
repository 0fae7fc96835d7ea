/** A network as the SR-IOV operator renders it. */
export function link(name: string, resource: string): string {
  return `apiVersion: k8s.cni.cncf.io/v1
kind: NetworkAttachmentDefinition
metadata:
  name: ${name}
  namespace: demo
  annotations:
    k8s.v1.cni.cncf.io/resourceName: openshift.io/${resource}
spec:
  config: '{"cniVersion": "1.0.0", "name": "${name}", "type": "sriov", "vlan": 0, "spoofchk": "on", "trust": "off", "ipam": {}}'
`
}

/** One line of a bond's config each, without the comma behind it. */
export function bond(...lines: readonly string[]): string {
  return `apiVersion: k8s.cni.cncf.io/v1
kind: NetworkAttachmentDefinition
metadata:
  name: bond-net1
  namespace: demo
spec:
  config: |
    {
${lines.map(line => `      ${line}`).join(',\n')}
    }
`
}

/** The lines of a bond that works. */
export const goodBond = [
  '"type": "bond"',
  '"cniVersion": "0.3.1"',
  '"name": "bond-net1"',
  '"mode": "active-backup"',
  '"failOverMac": 1',
  '"linksInContainer": true',
  '"miimon": "100"',
  '"links": [{"name": "net1"}, {"name": "net2"}]',
  '"ipam": {"type": "whereabouts", "range": "10.56.217.0/24"}',
] as const

/** @param metadata further lines of the pod's metadata */
export function pod(...metadata: readonly string[]): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: bondpod1
  namespace: demo
${metadata.map(line => `  ${line}\n`).join('')}spec:
  containers:
  - name: app
    image: registry.example/app:1.0
`
}

/** @param port of the network card, by its name on the node */
export function policy(resource: string, port: string): string {
  return `apiVersion: sriovnetwork.openshift.io/v1
kind: SriovNetworkNodePolicy
metadata:
  name: ${resource}
  namespace: openshift-sriov-network-operator
spec:
  resourceName: ${resource}
  numVfs: 4
  nicSelector:
    pfNames: ["${port}"]
  nodeSelector:
    feature.node.kubernetes.io/network-sriov.capable: "true"
`
}

export function documents(...texts: readonly string[]): string {
  return texts.join('---\n')
}
