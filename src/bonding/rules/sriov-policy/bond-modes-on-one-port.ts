import type { SuppliedBond } from '../../sriov-policy-bonds.ts'
import { sharedPort } from '../../sriov-policy-ports.ts'
import { rule } from '../rule.ts'
import { suppliesOf } from './in-policy.ts'

const xor = {
  with: '"name": "bond-net2", "mode": "balance-xor", "xmitHashPolicy": "layer3+4"',
  without: ['failOverMac'],
}
const backup = '"name": "bond-net2"'

export default rule({
  id: 'bond-modes-on-one-port',
  object: 'sriov-policy',
  severity: 'warning',
  certainty: 'documented',
  summary: 'the bonds over one physical function all need a LAG of the switch, or none does',
  why: 'balance-xor and balance-rr need a static LAG over the ports of the switch, and active-backup needs that there is none: on the same ports one of both loses frames.',
  sources: ['openshift-docs modules/nw-multus-bond-cni-object.adoc'],
  examples: {
    bad: [{ second: xor }],
    good: [{ second: backup }],
  },
  check(bond, report) {
    const { mode } = bond.settings
    for (const other of bond.earlier) {
      if (other.network === bond.network || mode === undefined || other.settings.mode === undefined) continue
      if (needsLag(mode) === needsLag(other.settings.mode)) continue
      const port = portOfBoth(bond, other)
      if (port === undefined) continue
      const found = `${port} also has ${other.settings.mode} (${other.network.reference.name})`
      report(bond.network.at('mode'), found, 'Use another port')
      return
    }
  },
})

function needsLag(mode: string): boolean {
  return mode !== 'active-backup'
}

function portOfBoth(one: SuppliedBond, other: SuppliedBond): string | undefined {
  for (const { policy } of suppliesOf(one)) {
    for (const { policy: second } of suppliesOf(other)) {
      const port =
        policy === second
          ? (policy.nics.pfNames[0]?.port ?? policy.nics.rootDevices[0])
          : sharedPort(policy, second)?.port
      if (port !== undefined) return port
    }
  }
  return undefined
}
