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
  { args: ['--global-namespaces=a'], policy: {} },
  {
    args: ['--namespace-isolation=on'],
    policy: {
      globalNamespaces: ['default', 'openshift-multus', 'openshift-sriov-network-operator', 'openshift-cnv'],
    },
  },
  {
    args: ['--namespace-isolation=on', '--global-namespaces=default, shared,default'],
    policy: { globalNamespaces: ['default', 'shared'] },
  },
  { args: ['--supported-modes=802.3ad,active-backup'], policy: { supportedModes: ['802.3ad', 'active-backup'] } },
  { args: ['--switch-lag=off'], policy: { switchLag: false } },
  { args: ['--bond-cni=before-2025-05'], policy: { bondCni: 'before-2025-05' } },
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

const mistakes = [
  {
    args: ['--supported-modes=active-backup,lacp'],
    says: /^--supported-modes: expected balance-rr, .* or .*, found "lacp"$/,
  },
  { args: ['--supported-modes='], says: /^--supported-modes needs a value/ },
  { args: ['--supported-modes=active-backup,'], says: /^--supported-modes: .*, found ""$/ },
  { args: ['--global-namespaces=default,Not_One'], says: /^--global-namespaces: .*, found "Not_One"$/ },
  { args: ['--namespace-isolation=true'], says: /^--namespace-isolation: expected on or off, found "true"$/ },
  { args: ['--switch-lag=lacp'], says: /^--switch-lag: expected on or off, found "lacp"$/ },
]
for (const { args, says } of mistakes) {
  t.test(`a mistake is one sentence: ${args.join(' ')}`, async t => {
    const said = policy(...args)
    t.type(said, 'string')
    t.match(said, says)
  })
}
