import type { ServedPair } from '../certs/served-pair.ts'
import type { Figure } from './figures.ts'

/**
 * @param authorityNotAfter when the authority that clients trust ends, where that is known
 */
export function certificateFigures(
  served: ServedPair,
  authorityNotAfter: () => Date | undefined = () => undefined,
): readonly Figure[] {
  let changes = 0
  let failures = 0
  served.subscribe({
    changed: () => changes++,
    kept: () => failures++,
    missing: () => failures++,
  })
  return [
    {
      name: 'bond_injector_certificate_not_after_timestamp_seconds',
      help: 'When a certificate ends, since the epoch: the one that is served, and the authority that clients trust.',
      label: 'certificate',
      read: () => {
        const ends = [
          ['served', served.pair.cert === '' ? undefined : served.pair.notAfter],
          ['authority', authorityNotAfter()],
        ] as const
        return new Map(ends.flatMap(([name, end]) => (end ? [[name, end.getTime() / 1000]] : [])))
      },
    },
    {
      name: 'bond_injector_certificate_changes_total',
      help: 'Certificates that took the place of the one before.',
      read: () => changes,
    },
    {
      name: 'bond_injector_certificate_failures_total',
      help: 'Certificates that could not be read, made or used.',
      read: () => failures,
    },
  ]
}
