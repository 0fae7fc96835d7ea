import t from 'tap'
import { defaultPolicy } from '../../src/bonding/policy.ts'
import { readGiven } from '../../src/cli/given.ts'
import { policyOf } from '../../src/cli/policy.ts'
import { readSettings } from '../../src/cli/settings.ts'
import { siteFlags } from '../../src/cli/site-flags.ts'

function policy(...args: readonly string[]) {
  const given = readGiven(siteFlags, args, {})
  if (given.kind === 'wrong') return given.problem
  const settings = readSettings(siteFlags, given.given)
  return settings.kind === 'wrong' ? settings.problem : policyOf(settings.value)
}

const id = 'links-by-discovery'
const cases = [
  { args: [], policy: {} },
  { args: ['--discovery=on', '--devices', 'add'], policy: {} },
  { args: ['--discovery', 'off'], policy: { discovery: false } },
  { args: ['--devices=leave'], policy: { devices: 'leave' } },
  { args: ['--default-network-namespace=multus'], policy: { defaultNetworkNamespace: 'multus' } },
  { args: [`--rule=${id}=error`], policy: { severities: new Map([[id, 'error']]) } },
  {
    args: [`--rule=${id}=error`, '--rule', 'no-host-network=off', `--rule=${id}=off`],
    policy: {
      severities: new Map([
        [id, 'off'],
        ['no-host-network', 'off'],
      ]),
    },
  },
]
for (const { args, policy: expected } of cases) {
  t.test(`the site's policy from ${args.join(' ') || 'no flags'}`, async t => {
    t.same(policy(...args), { ...defaultPolicy, ...expected })
  })
}
