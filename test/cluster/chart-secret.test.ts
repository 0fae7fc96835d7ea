import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { makeAuthority } from '../../src/certs/authority.ts'
import { installRelease } from './chart-release.ts'
import { examplesIn } from './example-files.ts'
import { succeeded } from './helm.ts'
import { memberOf } from './json-member.ts'
import { admit, labelledPod } from './labelled-pod.ts'
import { sharedCluster } from './shared-cluster.ts'
import { until } from './until.ts'

const cluster = sharedCluster()
const name = 'bond-injector-secret'
const users = 'chart-secret-users'
const folder = t.testdir({})

await cluster.installNetworkAttachmentDefinitionCrd()
await cluster.createNamespace(users)
await succeeded(cluster.kubectl(['apply', '-f', '-'], { stdin: examplesIn(users, 'openshift/*.yaml') }))

// Other test files have labelled pods, too.
const selector = { matchLabels: { 'kubernetes.io/metadata.name': users } }
const flags = [
  ['--set-json', `webhook.namespaceSelector=${JSON.stringify(selector)}`],
  ['--set', `webhook.configurationName=${name},certificates.mode=secret,certificates.secret.name=site`],
]
const release = await installRelease(cluster, name, flags.flat())
t.teardown(() => release.helm(['uninstall', name, '-n', name]))

t.test('a Secret of the site: its authority goes into caBundle, a new one as well', async t => {
  const first = await mount()
  await release.startReplica(t, folder)
  await injected()
  t.equal(await bundle(), first)
  const second = await mount()
  await until('the new authority is known', async () => (await bundle()).includes(second))
  await injected()
})

/** What the kubelet does when the Secret changes, but for the swap of a link. Returns the authority. */
async function mount(): Promise<string> {
  const authority = await makeAuthority(new Date())
  const { cert, key } = await authority.issue([`${name}.${name}.svc`], new Date())
  for (const [file, text] of Object.entries({ 'tls.crt': cert, 'tls.key': key, 'ca.crt': authority.cert })) {
    writeFileSync(join(folder, file), text)
  }
  return authority.cert.trim()
}

async function bundle(): Promise<string> {
  const configuration = await release.get('mutatingwebhookconfiguration', name)
  const encoded = memberOf(configuration, 'webhooks', 0, 'clientConfig', 'caBundle')
  return Buffer.from(String(encoded), 'base64').toString().trim()
}

async function injected(): Promise<void> {
  let last = ''
  const look = async () => {
    const { networks, message } = await admit(cluster, labelledPod({ namespace: users, name: 'pod' }, 'bond-net1'))
    last = message
    return networks === 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0'
  }
  await until('the pod comes back complete', look, { explain: () => last })
}
