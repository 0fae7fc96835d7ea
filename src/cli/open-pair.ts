import type { Logger } from 'pino'
import { writeAuthority } from '../certs/authority-file.ts'
import type { Clock } from '../certs/clock.ts'
import { reasonOf } from '../certs/file-error.ts'
import { selfMadePair } from '../certs/self-made.ts'
import type { ServedPair } from '../certs/served-pair.ts'
import type { KubeConnection } from '../cluster/kube/connection.ts'
import type { Condition } from '../server/readiness.ts'
import { failed, type Opening } from './opening.ts'
import type { ServeSettings } from './serve-flags.ts'

export interface OpenPair {
  readonly served: ServedPair
  /** As conditions of being ready. */
  readonly conditions: () => readonly Condition[]
  /** When what clients trust ends, where it is known here. */
  readonly authorityNotAfter?: () => Date | undefined
  /** Writes the authority where it was asked for; a sentence if that fails. */
  readonly publish: () => Promise<string | undefined>
  readonly close: () => void | Promise<void>
}

/** The way to the cluster; a sentence where there is none. */
export type Connect = () => Promise<KubeConnection | string>

/**
 * The certificate that the settings ask for:
 *
 *   --tls-secret                     made by the replicas together, kept in that Secret
 *   --tls-cert, networks of files    files; they must be right at the start
 *   --tls-cert, networks of cluster  files; waited for
 *   nothing                          made by this process, for itself
 */
export async function openPair(
  settings: ServeSettings,
  clock: Clock,
  log: Logger,
  connect: Connect,
): Promise<Opening<OpenPair>> {
  const { 'tls-cert': cert, 'tls-key': key, 'tls-ca': ca, 'tls-secret': secret, manifests } = settings
  if (secret !== undefined) {
    const { openSecretCertificate } = await import('./open-secret-certificate.ts')
    return connected(connect, to => openSecretCertificate(secret, settings, to, clock, log))
  }
  if (cert === undefined || key === undefined) return openSelfMade(settings, clock)
  const { openLocalFiles, openMountedFiles } = await import('./open-file-certificate.ts')
  if (manifests.length > 0) return openLocalFiles({ cert, key }, clock)
  return connected(connect, to => openMountedFiles({ cert, key, ca }, settings, to, clock, log))
}

async function connected(
  connect: Connect,
  open: (connection: KubeConnection) => Promise<OpenPair>,
): Promise<Opening<OpenPair>> {
  const connection = await connect()
  return typeof connection === 'string' ? failed(connection) : { kind: 'open', opened: await open(connection) }
}

async function openSelfMade(settings: ServeSettings, clock: Clock): Promise<Opening<OpenPair>> {
  const caOut = settings['ca-out']
  const { served, authority, stop } = await selfMadePair(settings['tls-name'], clock)
  const publish = () => (caOut === undefined ? Promise.resolve(undefined) : publishAuthority(caOut, authority))
  const conditions = () => [{ name: 'certificate', ...served.state(clock.now()) }]
  return { kind: 'open', opened: { served, conditions, publish, close: stop } }
}

async function publishAuthority(file: string, authority: string): Promise<string | undefined> {
  try {
    await writeAuthority(file, authority)
    return undefined
  } catch (error) {
    return `--ca-out: ${file} cannot be written (${reasonOf(error)})`
  }
}
