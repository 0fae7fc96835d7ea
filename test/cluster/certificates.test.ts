import { X509Certificate } from 'node:crypto'
import t, { type Test } from 'tap'
import { ServingProgram } from '../cli/serving-program.ts'
import { allowCertificates } from './certificates-account.ts'
import { certificateObjectReader } from './certificates-objects.ts'
import { servedTo, untilReady } from './certificates-client.ts'
import { createObject, deleteObject } from './create-object.ts'
import { memberOf } from './json-member.ts'
import { admit, labelledPod } from './labelled-pod.ts'
import { sharedCluster } from './shared-cluster.ts'
import { storedNetworks } from './stored-networks.ts'
import { until } from './until.ts'
import { allowEverywhere, createAccount } from './webhook-account.ts'

const cluster = sharedCluster()
const namespace = 'certificates'
const configuration = 'certificates.bond-injector.test'
const { secretPath, configurationPath, secret, secretText, webhooks, caBundle } = certificateObjectReader(
  cluster,
  namespace,
  'pair',
  configuration,
)

await cluster.createNamespace(namespace)
await cluster.installNetworkAttachmentDefinitionCrd()
await storedNetworks(cluster, namespace).createBondAndLinks()
const account = await createAccount(cluster, namespace)
await allowEverywhere(cluster, account)
await allowCertificates(cluster, account, { secret: 'pair', configuration })

function replica(t: Test): Promise<ServingProgram> {
  const flags = [`--tls-secret=${namespace}/pair`, '--tls-name=127.0.0.1', `--mutating-webhook=${configuration}`]
  return ServingProgram.start(t, [`--kubeconfig=${account.kubeconfig}`, ...flags])
}

function configurationFor(url: string) {
  const webhook = {
    name: configuration,
    clientConfig: { url },
    admissionReviewVersions: ['v1'],
    sideEffects: 'None',
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
    objectSelector: { matchExpressions: [{ key: 'bond-injector.io/bond', operator: 'Exists' }] },
    rules: [{ apiGroups: [''], apiVersions: ['v1'], resources: ['pods'], operations: ['CREATE'] }],
  }
  return { metadata: { name: configuration }, webhooks: [webhook, { ...webhook, name: `second.${configuration}` }] }
}

t.test('two replicas that start at once on an empty Secret, and what happens to their certificates', async t => {
  await createObject(cluster, `/api/v1/namespaces/${namespace}/secrets`, {
    metadata: { name: 'pair', labels: { 'app.kubernetes.io/managed-by': 'Helm' } },
  })
  const replicas = await Promise.all([replica(t), replica(t)])
  const [one] = replicas
  t.teardown(() => deleteObject(cluster, configurationPath))
  await createObject(
    cluster,
    '/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations',
    configurationFor(`https://127.0.0.1:${one.port}/mutate/pods`),
  )
  await Promise.all(replicas.map(untilReady))
  const admitted = () => admit(cluster, labelledPod({ namespace, name: 'x' }, 'bond-net1'))

  const served = await until('both serve the certificate of the Secret', async () => {
    const stored = new X509Certificate(await secretText('tls.crt')).fingerprint256
    const bundle = await caBundle()
    const fingerprints = await Promise.all(replicas.map(each => servedTo(bundle, each.port)))
    return fingerprints.every(each => each === stored) && stored
  })
  t.equal((await secretText('ca.crt')).match(/BEGIN/g)?.length, 1, 'one authority')
  t.equal(await caBundle(), await secretText('ca.crt'))
  t.equal(memberOf(await secret(), 'metadata', 'labels', 'app.kubernetes.io/managed-by'), 'Helm')
  await until('a pod is admitted', async () => (await admitted()).status === 201)

  await t.test('caBundle emptied: repaired, and nothing else in the configuration changes', async t => {
    const before = await webhooks()
    const patch = [0, 1].map(i => ({ op: 'replace', path: `/webhooks/${i}/clientConfig/caBundle`, value: '' }))
    const what = ['mutatingwebhookconfiguration', configuration]
    const emptied = await cluster.kubectl(['patch', ...what, '--type=json', '--patch', JSON.stringify(patch)])
    t.match(emptied, { code: 0, stderr: '' })
    await until('it is there again', async () => (await caBundle()) !== '')
    t.same(await webhooks(), before)
    await until('a pod is admitted again', async () => (await admitted()).status === 201)
  })

  await t.test('the Secret emptied: the same authority and certificate are written back', async t => {
    const authority = await secretText('ca.crt')
    const what = ['secret', 'pair', '--namespace', namespace]
    const emptied = await cluster.kubectl(['patch', ...what, '--type=merge', '--patch', '{"data":null}'])
    t.match(emptied, { code: 0, stderr: '' })
    await until('it is full again', async () => (await secretText('ca.key')) !== '')
    t.equal(await secretText('ca.crt'), authority)
    t.equal((await admitted()).status, 201)
  })

  await t.test('the Secret deleted: told, and served on', async t => {
    await deleteObject(cluster, secretPath)
    const told = await one.line('certificate kept: the next one cannot be used')
    t.match(memberOf(told, 'problem'), /^Secret certificates\/pair: it does not exist/)
    t.equal(await servedTo(await caBundle(), one.port), served)
    t.equal((await admitted()).status, 201)
    t.equal((await one.ready()).status, 200, 'a reason to act, not a reason to serve nobody')
    await createObject(cluster, `/api/v1/namespaces/${namespace}/secrets`, { metadata: { name: 'pair' } })
    await one.line('certificate can be read again')
    t.equal(new X509Certificate(await secretText('tls.crt')).fingerprint256, served)
  })

  await t.test('no key is ever logged', async t => {
    for (const each of replicas) t.notMatch(JSON.stringify(each.lines), /PRIVATE KEY|BEGIN/)
  })
})

t.test('an account that may do nothing of it: told in the words of the API server, and waited for', async t => {
  const elsewhere = 'certificates-forbidden'
  const name = `${elsewhere}.bond-injector.test`
  const path = `/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations`
  await cluster.createNamespace(elsewhere)
  const forbidden = await createAccount(cluster, elsewhere)
  await allowEverywhere(cluster, forbidden)
  const program = await ServingProgram.start(t, [
    `--kubeconfig=${forbidden.kubeconfig}`,
    `--tls-secret=${elsewhere}/pair`,
    '--tls-name=127.0.0.1',
    `--mutating-webhook=${name}`,
  ])
  const waiting = await program.line('waiting for a certificate')
  t.match(memberOf(waiting, 'problem'), /^Secret certificates-forbidden\/pair: secrets "pair" is forbidden: User /)
  t.match(memberOf(await program.line('caBundle cannot be kept'), 'problem'), /not known yet/)
  t.equal((await program.ready()).status, 503)

  await allowCertificates(cluster, forbidden, { secret: 'pair', configuration: name })
  await createObject(cluster, `/api/v1/namespaces/${elsewhere}/secrets`, { metadata: { name: 'pair' } })
  t.teardown(() => deleteObject(cluster, `${path}/${name}`))
  const elsewhereOnly = configurationFor(`https://127.0.0.1:${program.port}/mutate/pods`).webhooks.map(webhook => {
    return { ...webhook, namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': elsewhere } } }
  })
  await createObject(cluster, path, { metadata: { name }, webhooks: elsewhereOnly })
  await untilReady(program)
})
