import t, { type Test } from 'tap'
import { makeAuthority } from '../../src/certs/authority.ts'
import { ensureBinaries } from './binaries.ts'
import { runCheck } from './check-command.ts'
import { httpsServer, plainServer, type BadServer } from './check-servers.ts'
import type { Cluster } from './cluster.ts'
import { startControlPlane } from './control-plane.ts'
import { createObject, deleteObject } from './create-object.ts'
import { labelledPod } from './labelled-pod.ts'
import { sharedCluster } from './shared-cluster.ts'
import { registerWebhook } from './webhook-registration.ts'

// Every way in which the call of the webhook can fail, really broken, and what is said of it.

const cluster = sharedCluster()
const name = 'bond-injector'
const serverName = (namespace: string) => `${name}.${namespace}.svc`
const status = (code: number, message: string) =>
  JSON.stringify({ kind: 'Status', apiVersion: 'v1', status: 'Failure', code, reason: 'Unknown', message })
const lookedUp = 'demo/bond-net1 could not be looked up: network-attachment-definitions is forbidden'

interface Case {
  readonly namespace: string
  /** What is behind the Service; without it nothing listens there. */
  readonly server?: (t: Test, serverName: string) => Promise<BadServer>
  readonly fields?: Readonly<Record<string, unknown>>
  /** What the caBundle is, if not the server's authority. */
  readonly caBundle?: string
  readonly failed: RegExp
}

const cases: readonly Case[] = [
  {
    namespace: 'check-refused',
    failed:
      /^FAILED {2}call: https:\/\/bond-injector\.check-refused\.svc:1 refuses connections: .*\. See whether the pods/,
  },
  {
    namespace: 'check-timeout',
    server: t => plainServer(t, () => undefined),
    failed: /^FAILED {2}call: https:\/\/.* does not answer the API server in time\. .*NetworkPolicy/,
  },
  {
    namespace: 'check-broken-off',
    server: t => plainServer(t, socket => socket.destroy()),
    failed: /^FAILED {2}call: https:\/\/.* breaks connections off\. /,
  },
  {
    namespace: 'check-plain-http',
    server: t => plainServer(t, socket => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
    failed: /^FAILED {2}call: https:\/\/.* speaks plain HTTP\. .*--ops-listen/,
  },
  {
    namespace: 'check-other-ca',
    server: async (t, host) => ({ ...(await httpsServer(t, [host])), ca: (await makeAuthority(new Date())).cert }),
    failed: /^FAILED {2}call: the certificate of .* is not signed by the authority in caBundle .*\. Put /,
  },
  {
    namespace: 'check-no-ca',
    server: async (t, host) => httpsServer(t, [host]),
    caBundle: '',
    failed: /^FAILED {2}call: caBundle of the mutating webhook configuration is empty, .*\. Put /,
  },
  {
    namespace: 'check-other-name',
    server: t => httpsServer(t, ['other.example.com']),
    failed:
      /^FAILED {2}call: the certificate of .* another name \(certificate is valid for other\.example\.com, not bond-injector\.check-other-name\.svc\)\. Have it made/,
  },
  {
    namespace: 'check-expired',
    server: (t, host) => httpsServer(t, [host], { daysFromNow: -200 }),
    failed: /^FAILED {2}call: the certificate of .* has expired \(current time .* is after .*\)\. Renew it/,
  },
  {
    namespace: 'check-not-yet-valid',
    server: (t, host) => httpsServer(t, [host], { daysFromNow: 20 }),
    failed: /^FAILED {2}call: the certificate of .* is not valid yet \(current time .* is before .*\)\. Set the clocks/,
  },
  {
    namespace: 'check-other-path',
    server: (t, host) => httpsServer(t, [host], { code: 404, body: status(404, 'nothing is served under /mutate') }),
    failed: /^FAILED {2}call: the webhook does not serve the path .*\. Set the path .* to \/mutate\/pods$/,
  },
  {
    namespace: 'check-no-review',
    server: (t, host) => httpsServer(t, [host], { code: 200, body: '{}' }),
    failed: /^FAILED {2}call: what answers is no admission webhook \(.*\)\. See in clientConfig/,
  },
  {
    namespace: 'check-not-looked-up',
    server: (t, host) => httpsServer(t, [host], { code: 503, body: status(503, lookedUp) }),
    failed:
      /^FAILED {2}call: the webhook is reached, but cannot read networks: demo\/bond-net1 could .*\. Allow its account/,
  },
  {
    namespace: 'check-defect',
    server: (t, host) => httpsServer(t, [host], { code: 500, body: status(500, 'internal error: the log has it') }),
    failed: /^FAILED {2}call: the webhook gives no verdict: internal error: the log has it\. Look at the pods/,
  },
  {
    namespace: 'check-ignored',
    server: (t, host) => httpsServer(t, [host]),
    fields: { failurePolicy: 'Ignore' },
    failed: /^FAILED {2}call: pods come back untouched, .*failurePolicy Ignore hides failed calls\. Set failurePolicy/,
  },
  {
    namespace: 'check-ignored-no-ca',
    server: (t, host) => httpsServer(t, [host]),
    fields: { failurePolicy: 'Ignore' },
    caBundle: '',
    failed: /^FAILED {2}call: caBundle of the mutating webhook configuration is empty/,
  },
]

for (const { namespace, server, fields, caBundle, failed } of cases) {
  t.test(namespace, async t => {
    await cluster.createNamespace(namespace)
    const { port, ca } = (await server?.(t, serverName(namespace))) ?? {
      port: 1,
      ca: (await makeAuthority(new Date())).cert,
    }
    await createObject(cluster, services(namespace), {
      metadata: { name },
      spec: { type: 'ExternalName', externalName: 'localhost' },
    })
    const authority = caBundle ?? Buffer.from(ca).toString('base64')
    const webhook = await register(t, cluster, namespace, port, { ...fields }, authority)
    const checked = await runCheck(cluster, [`--namespace=${namespace}`, `--mutating-webhook=${webhook}`])
    t.match(checked, { code: 1, stderr: '', failed: [failed] })
    t.equal(checked.failed.length, 1, 'one cause is told once')
  })
}

t.test('a Service that is not there', async t => {
  const namespace = 'check-no-service'
  await cluster.createNamespace(namespace)
  const webhook = await register(t, cluster, namespace, 443)
  const checked = await runCheck(cluster, [`--namespace=${namespace}`, `--mutating-webhook=${webhook}`])
  t.match(checked, { code: 1, failed: [/^FAILED {2}service: there is no Service check-no-service\/bond-injector\. /] })
  t.equal(checked.failed.length, 1)
})

t.test('an API server that picks endpoints by itself', async t => {
  const apiServerArguments = ['--enable-aggregator-routing=true']
  const plane = await startControlPlane({ binaries: await ensureBinaries(), apiServerArguments })
  t.teardown(() => plane.stop())
  for (const [namespace, port, failed] of [
    ['no-endpoints', 443, /^FAILED {2}service: Service no-endpoints\/bond-injector has no ready endpoints\. /],
    ['no-port', 444, /^FAILED {2}service: Service no-port\/bond-injector has no ready endpoints\. /],
  ] as const) {
    await plane.createNamespace(namespace)
    const spec = { selector: { app: 'none' }, ports: [{ port: 443 }] }
    await createObject(plane, services(namespace), { metadata: { name }, spec })
    const webhook = await register(t, plane, namespace, port)
    const checked = await runCheck(plane, [`--namespace=${namespace}`, `--mutating-webhook=${webhook}`])
    t.match(checked, { code: 1, failed: [failed] })
    t.equal(checked.failed.length, 1)
  }
})

/** Returns the name of the configuration, which is also the webhook's. */
async function register(
  t: Test,
  where: Cluster,
  namespace: string,
  port: number,
  fields: Readonly<Record<string, unknown>> = {},
  caBundle?: string,
): Promise<string> {
  const webhook = `${namespace}.bond-injector.test`
  const ca = (await makeAuthority(new Date())).cert
  const authority = caBundle ?? Buffer.from(ca).toString('base64')
  const service = { namespace, name, port, path: '/mutate/pods' }
  const all = { clientConfig: { service, caBundle: authority }, timeoutSeconds: 1, ...fields }
  t.teardown(() =>
    deleteObject(where, `/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations/${webhook}`),
  )
  const probe = labelledPod({ namespace, name: 'probe' }, 'of-no-network')
  await registerWebhook(where, { kind: 'Mutating', name: webhook, url: '', ca, namespace, fields: all }, probe)
  return webhook
}

function services(namespace: string): string {
  return `/api/v1/namespaces/${namespace}/services`
}
