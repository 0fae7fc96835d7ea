import { bondConfig, network, sriov } from './linted.ts'

/** A SriovNetworkNodePolicy, its spec a line a field. */
export function policy(name: string, spec: Readonly<Record<string, string>> = {}): string {
  const fields = { resourceName: name, numVfs: '8', ...spec }
  const lines = Object.entries(fields).map(([key, value]) => `  ${key}: ${value}\n`)
  return `apiVersion: sriovnetwork.openshift.io/v1
kind: SriovNetworkNodePolicy
metadata:
  name: ${name}
  namespace: operator
spec:
${lines.join('')}`
}

export const ports = {
  one: { nicSelector: '{pfNames: [ens1f0]}' },
  two: { nicSelector: '{pfNames: [ens2f0]}' },
}

/** The policies behind the networks of `linted.ts`, with nothing wrong. */
export const policies = [policy('sriovnet1', ports.one), policy('sriovnet2', ports.two)].join('---\n')

/** A bond with other members over the usual links. */
export function bonded(members: Readonly<Record<string, string>> = {}): string {
  const links = '{bond-injector.io/links: "sriovnet1,sriovnet2"}'
  return [sriov('sriovnet1'), sriov('sriovnet2'), network('bond-net1', bondConfig(members), links)].join('---\n')
}
