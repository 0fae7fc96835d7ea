import t, { type Test } from 'tap'
import { ensureBinaries } from './binaries.ts'
import { runCheck } from './check-command.ts'
import { startControlPlane } from './control-plane.ts'
import { foreign, registerForeign, type Foreign } from './foreign-webhook.ts'
import { registeredInjector } from './registered-injector.ts'
import { storedNetworks } from './stored-networks.ts'
import { createAccount } from './webhook-account.ts'

// What `check` says beside the configurations of other programs, as they register themselves. In a cluster of its own,
// where nobody else registers webhooks.

const cluster = await startControlPlane({ binaries: await ensureBinaries() })
t.teardown(() => cluster.stop())
const { operators, withCondition, byHand, kubemacpool, istio, kyverno, elsewhere } = foreign

interface Case {
  readonly name: string
  readonly beside: readonly Foreign[]
  readonly flags?: readonly string[]
  readonly says: readonly RegExp[]
}

/** Ours has the name of its namespace, and is called before or after all of them. */
async function judgedBeside(t: Test, namespace: string, cases: readonly Case[]): Promise<void> {
  const devices = cases.flatMap(({ flags = [] }) => flags)
  const { webhook } = await registeredInjector(t, cluster, namespace, { flags: devices.slice(0, 1) })
  await storedNetworks(cluster, namespace).createBondAndLinks()
  for (const { name, beside, flags = [], says } of cases) {
    await t.test(name, async t => {
      for (const other of [...beside, elsewhere]) await registerForeign(t, cluster, namespace, other)
      const usual = [`--namespace=${namespace}`, '--bond=bond-net1', `--mutating-webhook=${webhook}`]
      const { failed, others } = await runCheck(cluster, [...usual, ...flags])
      const lines = [...failed, ...others].filter(line => line.includes('order: '))
      t.equal(lines.length, says.length, lines.join('\n'))
      t.match(lines, says)
    })
  }
}

t.test('ours is called first', async t => {
  await judgedBeside(t, 'aa-webhook-order', [
    { name: 'nobody else', beside: [], says: [/^ok {6}order: no other webhook is called after bond-injector/] },
    {
      name: 'the SR-IOV operator',
      beside: [operators],
      says: [/^ok .*\(network-resources-injector-config\) is called after bond-injector: it leaves devices alone/],
    },
    { name: 'the SR-IOV operator with a condition', beside: [withCondition], says: [/^ok .*is called after/] },
    {
      name: 'an injector installed by hand',
      beside: [byHand],
      says: [/^MAYBE {3}order: network-resources-injector .*--honor-resources.*\. If it does, run .*--devices=leave/],
    },
    {
      name: 'several programs, in the order in which they are called',
      beside: [operators, kyverno, kubemacpool, istio],
      says: [/^ok .*Istio/, /^ok .*kubemacpool/, /^ok .*Kyverno .*\/validate\/pods tells/, /^ok .*network-resources/],
    },
  ])
})

t.test('ours is called last, and leaves devices to others', async t => {
  const leave = ['--devices=leave']
  await judgedBeside(t, 'zz-webhook-order', [
    {
      name: 'the SR-IOV operator comes too early: certain to fail',
      beside: [operators],
      flags: leave,
      says: [
        /^FAILED {2}order: .* is called before bond-injector and not again, .*\. Run bond-injector with --devices=add/,
      ],
    },
    {
      name: 'nobody is there to add devices',
      beside: [kubemacpool],
      flags: leave,
      says: [/^FAILED {2}order: with --devices=leave .* none is called after/, /^ok .*kubemacpool/],
    },
    {
      name: 'Kyverno is called again and might',
      beside: [kyverno],
      flags: leave,
      says: [/^ok .*Kyverno .*once more after it/, /^MAYBE {3}order: with --devices=leave .* not known/],
    },
    { name: 'Istio came before', beside: [istio], flags: leave, says: [/^FAILED/, /^MAYBE .*istio-cni.*net1/] },
  ])
})

t.test('an account that may not list them: said, and no failure of its own', async t => {
  await cluster.createNamespace('order-unlisted')
  const { kubeconfig } = await createAccount(cluster, 'order-unlisted')
  const { others } = await runCheck(cluster, ['--namespace=default'], kubeconfig)
  t.match(others.at(-1), /^- {7}order: other webhooks could not be read \(mutatingwebhookconfigurations.* is forbidden/)
})
