import type { Connections } from './connections.ts'
import type { Figure } from './figures.ts'
import type { Readiness } from './readiness.ts'

/** The conditions of `/readyz` as numbers: what is not 1 keeps this replica from being called. */
export function conditionFigures(readiness: Readiness): readonly Figure[] {
  return [
    {
      name: 'bond_injector_condition',
      help: '1 where a condition of being ready holds, 0 where it does not.',
      label: 'condition',
      read: () => new Map(readiness().map(({ name, ok }) => [name, ok ? 1 : 0])),
    },
  ]
}

export function connectionFigures(connections: Connections): readonly Figure[] {
  return [
    {
      name: 'bond_injector_admissions_in_flight',
      help: 'Admissions being decided.',
      read: () => connections.deciding,
    },
    { name: 'bond_injector_connections_open', help: 'TLS connections open.', read: () => connections.open },
    { name: 'bond_injector_connections_total', help: 'TLS connections accepted.', read: () => connections.opened },
    {
      name: 'bond_injector_connections_failed_total',
      help: 'Connections on which TLS (tls) or HTTP (http) went wrong.',
      label: 'layer',
      read: () => connections.failures,
    },
  ]
}
