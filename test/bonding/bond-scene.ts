import type { BondNetwork } from '../../src/bonding/bond-network.ts'
import { readNetwork } from '../../src/bonding/network.ts'

/** The bond of demo/bond-net1 with this text as its config. */
export function readBond(config: string): BondNetwork {
  const network = readNetwork({ metadata: { namespace: 'demo', name: 'bond-net1' }, spec: { config } })
  if (network.kind !== 'bond') throw new Error(`no bond: ${config}`)
  return network
}
