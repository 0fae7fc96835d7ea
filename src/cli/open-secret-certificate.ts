import type { Logger } from 'pino'
import type { Clock } from '../certs/clock.ts'
import { SecretSource } from '../certs/secret-source.ts'
import { localNames } from '../certs/server-name.ts'
import type { KubeConnection } from '../cluster/kube/connection.ts'
import { openKeptCertificate } from './open-kept-certificate.ts'
import type { OpenPair } from './open-pair.ts'
import type { ObjectName, ServeSettings } from './serve-flags.ts'

/** The certificate that all replicas share, in a Secret. */
export async function openSecretCertificate(
  { namespace, name }: ObjectName,
  settings: ServeSettings,
  connection: KubeConnection,
  clock: Clock,
  log: Logger,
): Promise<OpenPair> {
  const { kubeSecrets } = await import('../cluster/kube/secrets.ts')
  const secret = `${namespace}/${name}`
  const source = new SecretSource({
    api: kubeSecrets(connection),
    namespace,
    name,
    names: [...new Set([...localNames, ...settings['tls-name']])],
    written: (reasons, problems) => {
      log.info({ secret, reasons, ...(problems.length > 0 && { problems }) }, 'certificates written')
    },
    unwritten: problem => {
      log.error({ problem }, 'certificates not written')
    },
  })
  return (await openKeptCertificate({ source, settings, connection, clock, log })).opened
}
