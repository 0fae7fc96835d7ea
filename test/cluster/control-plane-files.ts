import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ClusterFacts } from './cluster.ts'
import { freeLoopbackPorts } from './loopback-port.ts'

/** The facts of a control plane that is about to start, and how its three programs are called. */
export interface ControlPlaneLayout {
  readonly folder: string
  readonly facts: ClusterFacts
  readonly etcd: readonly string[]
  readonly apiServer: readonly string[]
  readonly controllerManager: readonly string[]
}

/** Makes a temporary folder with keys and tokens, and picks the ports. */
export async function controlPlaneLayout(kubectl: string): Promise<ControlPlaneLayout> {
  const folder = mkdtempSync(join(tmpdir(), 'bond-injector-cluster-'))
  const inFolder = (name: string) => join(folder, name)
  const token = randomBytes(24).toString('hex')
  const [port = 0, ...etcdPorts] = await freeLoopbackPorts(3)
  const [etcdClient = '', etcdPeer = ''] = etcdPorts.map(etcdPort => `http://127.0.0.1:${etcdPort}`)
  const certificates = inFolder('certificates')
  const facts = {
    server: `https://127.0.0.1:${port}`,
    // The API server makes itself a pair there; the certificate file holds its authority, too.
    caFile: join(certificates, 'apiserver.crt'),
    token,
    program: kubectl,
    kubeconfig: inFolder('admin.kubeconfig'),
    home: inFolder('home'),
  }
  const keys = inFolder('service-accounts.key')
  const tokens = inFolder('tokens.csv')
  mkdirSync(facts.home)
  writeFileSync(keys, serviceAccountKey(), { mode: 0o600 })
  writeFileSync(tokens, `${token},test-admin,test-admin,"system:masters"\n`, { mode: 0o600 })
  return {
    folder,
    facts,
    etcd: etcdArguments(inFolder('etcd'), etcdClient, etcdPeer),
    apiServer: apiServerArguments({ port, etcd: etcdClient, certificates, keys, tokens, issuer: facts.server }),
    controllerManager: [
      ['--kubeconfig', facts.kubeconfig],
      ['--leader-elect=false', '--secure-port=0', '--use-service-account-credentials=false'],
      ['--service-account-private-key-file', keys],
      ['--root-ca-file', facts.caFile],
      // It refuses the self-made certificate (no authority) again and again, and fills the log.
      ['--controllers', '*,-kube-apiserver-serving-clustertrustbundle-publisher-controller'],
      // Its default is a folder of the system, which it would create.
      ['--flex-volume-plugin-dir', inFolder('volume-plugins')],
    ].flat(),
  }
}

function etcdArguments(data: string, client: string, peer: string): string[] {
  return [
    ['--data-dir', data, '--unsafe-no-fsync', '--log-level', 'warn'],
    ['--listen-client-urls', client, '--advertise-client-urls', client],
    ['--listen-peer-urls', peer, '--initial-advertise-peer-urls', peer, '--initial-cluster', `default=${peer}`],
  ].flat()
}

interface ApiServerSettings {
  readonly port: number
  readonly etcd: string
  readonly certificates: string
  readonly keys: string
  readonly tokens: string
  readonly issuer: string
}

function apiServerArguments({ port, etcd, certificates, keys, tokens, issuer }: ApiServerSettings): string[] {
  return [
    ['--bind-address', '127.0.0.1', '--secure-port', String(port), '--cert-dir', certificates],
    ['--etcd-servers', etcd],
    ['--authorization-mode', 'RBAC', '--token-auth-file', tokens],
    ['--service-account-issuer', issuer, '--service-account-key-file', keys],
    ['--service-account-signing-key-file', keys, '--service-cluster-ip-range', '10.0.0.0/24'],
    // It would publish its loopback address as an endpoint, which its own validation refuses.
    ['--endpoint-reconciler-type', 'none'],
  ].flat()
}

function serviceAccountKey(): string {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' })
    .privateKey.export({ type: 'sec1', format: 'pem' })
    .toString()
}
