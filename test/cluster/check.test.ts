import t from 'tap'
import { startAdmissionWebhook, type JsonPatch } from './admission-webhook.ts'
import { runCheck } from './check-command.ts'
import { createObject, deleteObject } from './create-object.ts'
import { memberOf } from './json-member.ts'
import { labelledPod } from './labelled-pod.ts'
import { registeredInjector } from './registered-injector.ts'
import { sharedCluster } from './shared-cluster.ts'
import { storedNetworks } from './stored-networks.ts'
import { createAccount } from './webhook-account.ts'
import { registerWebhook } from './webhook-registration.ts'

// `bond-injector check` beside a webhook that works, and what it says where something else is missing.

const cluster = sharedCluster()
const namespace = 'check-works'
const { webhook, url, ca, account } = await registeredInjector(t, cluster, namespace)
const networks = storedNetworks(cluster, namespace)
await networks.createBondAndLinks()
const flags = [`--namespace=${namespace}`, `--mutating-webhook=${webhook}`]
const check = (...further: readonly string[]) => runCheck(cluster, [...flags, '--bond=bond-net1', ...further])
const configurations = '/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations'

t.test('all is well', async t => {
  const { code, failed, others } = await check()
  t.same(failed, [])
  t.equal(code, 0)
  t.same(
    // Other tests register webhooks at the same time.
    others.filter(line => !line.includes('order: ')).map(line => line.replace(/https:\S+/, 'URL')),
    [
      'ok      dry run: this account may send pods to namespace check-works',
      `ok      registration: ${webhook} of ${webhook} is to be called for labelled pods of namespace check-works`,
      '-       service: none: URL is called',
      'ok      call: the API server reaches the webhook and trusts its certificate',
      'ok      injection: a labelled pod comes back with sriovnet1@net1,sriovnet2@net2,bond-net1@bond0 and 2 device requests',
      'ok      refusal: a pod that asks for a missing bond is refused [bond-network-exists]',
    ],
  )
})

t.test('nothing was stored', async t => {
  const { body } = await cluster.request(`/api/v1/namespaces/${namespace}/pods`)
  t.match(JSON.parse(body), { items: [] })
})

t.test('the pods meet Pod Security "restricted"', async t => {
  const restricted = { 'pod-security.kubernetes.io/enforce': 'restricted' }
  const label = (labels: object) =>
    cluster.kubectl(['patch', 'namespace', namespace, '-p', JSON.stringify({ metadata: { labels } })])
  t.equal((await label(restricted)).code, 0)
  t.match(await check(), { code: 0, failed: [] })
  await label({ 'pod-security.kubernetes.io/enforce': null })
})

const found: readonly { name: string; flags: readonly string[]; failed: RegExp }[] = [
  {
    name: 'a configuration of another name',
    flags: ['--mutating-webhook=nobody.example.com', '--namespace=default'],
    failed:
      /^FAILED {2}registration: there is no MutatingWebhookConfiguration nobody\.example\.com, .*--mutating-webhook$/,
  },
  {
    name: 'a namespace that the selector leaves out',
    flags: ['--namespace=default'],
    failed:
      /^FAILED {2}registration: the namespaceSelector of .* leaves namespace default out: it wants kubernetes\.io\/metadata\.name=check-works\. /,
  },
  {
    name: 'no bond network to try it with',
    flags: ['--bond=bond-injector-check'],
    failed:
      /^FAILED {2}injection: the webhook answers, but there is no bond network check-works\/bond-injector-check .*--bond/,
  },
  {
    name: 'a network that is no bond',
    flags: ['--bond=sriovnet1'],
    failed:
      /^FAILED {2}injection: the webhook answers, but refuses .* sriovnet1: .*\[bond-injector bond-network-is-bond\]\. /,
  },
  {
    name: 'a namespace that is not there',
    flags: ['--namespace=check-nowhere'],
    failed: /^FAILED {2}dry run: there is no namespace check-nowhere\. Create it/,
  },
  {
    name: 'a Service that is not there, beside a webhook that works',
    flags: ['--bond=nothing', '--service=check-works/none'],
    failed: /^FAILED {2}injection: /,
  },
]
for (const { name, flags: further, failed } of found) {
  t.test(name, async t => {
    const given = further.map(flag => flag.split('=')[0])
    const usual = [...flags, '--bond=bond-net1'].filter(flag => !given.includes(flag.split('=')[0]))
    const checked = await runCheck(cluster, [...usual, ...further])
    t.match(checked, { code: 1, stderr: '' })
    t.match(checked.failed.find(line => failed.test(line)) ?? checked.failed.join('\n'), failed)
  })
}

t.test('a webhook that is not called for pods with the label, or not for pods', async t => {
  const name = 'check-selector.bond-injector.test'
  t.teardown(() => deleteObject(cluster, `${configurations}/${name}`))
  for (const { fields, failed } of [
    {
      fields: { objectSelector: { matchLabels: { 'bond-injector.io/bond': 'yes' } } },
      failed:
        /^FAILED {2}registration: the objectSelector of .* leaves labelled pods out: it wants bond-injector\.io\/bond=yes/,
    },
    {
      fields: { matchConditions: [{ name: 'never', expression: 'false' }] },
      failed: /^FAILED {2}call: pods come back untouched: the matchConditions of the webhook may leave them out\. /,
    },
    { fields: { rules: [] }, failed: /^FAILED {2}registration: no webhook of .* is called when pods are created/ },
  ]) {
    const clientConfig = { url, caBundle: Buffer.from(ca).toString('base64') }
    const rules = [{ apiGroups: [''], apiVersions: ['v1'], resources: ['pods'], operations: ['CREATE'] }]
    const fixed = { name, clientConfig, rules, admissionReviewVersions: ['v1'], sideEffects: 'None' }
    await createObject(cluster, configurations, { metadata: { name }, webhooks: [{ ...fixed, ...fields }] })
    const checked = await runCheck(cluster, ['--namespace=default', `--mutating-webhook=${name}`])
    t.match(checked, { code: 1, failed: [failed] })
    t.equal(checked.failed.length, 1)
    await deleteObject(cluster, `${configurations}/${name}`)
  }
})

t.test('an account that may do nothing', async t => {
  const { kubeconfig } = await createAccount(cluster, 'default')
  const { code, failed, others } = await runCheck(cluster, flags, kubeconfig)
  t.equal(code, 1)
  t.equal(failed.length, 1)
  t.match(failed[0], /dry run: this account may not create pods in namespace check-works, .*\. Allow it create of pods/)
  t.match(
    others[0],
    /^- {7}registration: could not be read \(mutatingwebhookconfigurations.* is forbidden: .*"get"|cannot get/,
  )
})

t.test('an account that may only create pods gets the verdict all the same', async t => {
  const rbac = '/apis/rbac.authorization.k8s.io/v1/namespaces/check-works'
  const rules = [{ apiGroups: [''], resources: ['pods'], verbs: ['create'] }]
  await createObject(cluster, `${rbac}/roles`, { metadata: { name: 'check' }, rules })
  await createObject(cluster, `${rbac}/rolebindings`, {
    metadata: { name: 'check' },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'check' },
    subjects: [{ kind: 'ServiceAccount', namespace, name: account.name }],
  })
  const { kubeconfig } = account
  const { code, failed, others } = await runCheck(cluster, [...flags, '--bond=bond-net1', '--service=a/b'], kubeconfig)
  t.same(failed, [])
  t.equal(code, 0)
  t.match(others[1], /registration: could not be read \(.*\), so the pods alone tell$/)
  t.match(others[2], /service: a\/b could not be read \(services "b" is forbidden/)
})

t.test('a token that is not known', async t => {
  const kubeconfig = cluster.writeKubeconfig('check-unknown', 'no-token')
  const checked = await runCheck(cluster, flags, kubeconfig)
  t.match(checked, {
    code: 2,
    failed: [],
    others: [],
    stderr: /^bond-injector check: the API server does not know this account \(HTTP 401\)\. /,
  })
})

t.test('another webhook that is called behind ours', async t => {
  const key = '/metadata/annotations/k8s.v1.cni.cncf.io~1networks'
  const cases: readonly { bond: string; patch: JsonPatch; failed: RegExp }[] = [
    {
      bond: 'bond-net1',
      patch: [{ op: 'replace', path: key, value: 'sriovnet1@net1,bond-net1@bond0' }],
      failed:
        /^FAILED {2}injection: the pod was completed and then changed: check-works\/sriovnet2@net2 is missing, in "sriovnet1@net1,bond-net1@bond0"\. Another webhook/,
    },
    {
      bond: 'bond-net2',
      patch: [{ op: 'remove', path: '/spec/containers/0/resources' }],
      failed: /^FAILED {2}injection: the pod came back with 2 links and 0 device requests, .*--devices=leave/,
    },
  ]
  const links = { 'bond-injector.io/links': 'sriovnet1, sriovnet2' }
  await networks.createBond('bond-net2', links)
  const other = await startAdmissionWebhook(pod => {
    const bond = memberOf(pod, 'metadata', 'labels', 'bond-injector.io/bond')
    const patch = cases.find(one => one.bond === bond)?.patch
    return { allowed: true, ...(patch && { patch }) }
  })
  t.teardown(() => other.close())
  const name = 'zz-later.bond-injector.test'
  t.teardown(() => deleteObject(cluster, `${configurations}/${name}`))
  const probe = labelledPod({ namespace, name: 'probe', annotations: links }, 'bond-net1')
  await registerWebhook(cluster, { kind: 'Mutating', name, url: other.url, ca: other.ca, namespace }, probe)
  for (const { bond, failed } of cases) {
    const checked = await runCheck(cluster, [...flags, `--bond=${bond}`])
    t.match(checked, { code: 1, failed: [failed] })
    t.equal(checked.failed.length, 1)
  }
})
