import type { Server } from 'node:https'
import type { Logger } from 'pino'
import type { Pair } from '../certs/pair.ts'
import type { ServedPair } from '../certs/served-pair.ts'

/**
 * All that TLS needs, every time: setSecureContext replaces the whole context, and what is left out reverts to Node's
 * defaults.
 */
export function tlsOptions({ cert, key }: Pair) {
  return { cert, key, minVersion: 'TLSv1.2' } as const
}

/** What a client says that does not trust the certificate, as OpenSSL names it. Go's says the first. */
const distrust = /ALERT_(BAD_CERTIFICATE|UNKNOWN_CA|CERTIFICATE_UNKNOWN)$/

/** New connections get the new pair at once; those that are open go on with the old one. */
export function followPair(server: Server, served: ServedPair, log: Logger): void {
  served.subscribe({
    changed(pair) {
      server.setSecureContext(tlsOptions(pair))
      log.info({ notAfter: pair.notAfter, fingerprint: pair.fingerprint }, 'certificate changed')
    },
    kept(problem) {
      log.error({ problem }, 'certificate kept: the next one cannot be used')
    },
  })
  server.on('tlsClientError', (error: NodeJS.ErrnoException) => {
    if (distrust.test(error.code ?? '')) served.distrust()
  })
}
