import type { NetworkCounts } from '../cluster/cluster-networks.ts'
import type { Figure } from './figures.ts'

export function networkFigures(count: () => NetworkCounts): readonly Figure[] {
  return [
    { name: 'bond_injector_networks', help: 'Network attachment definitions known.', read: () => count().known },
    {
      name: 'bond_injector_networks_age_seconds',
      help: 'Since the API server last said anything about them.',
      read: () => count().age,
    },
    { name: 'bond_injector_networks_lists_total', help: 'Complete lists begun.', read: () => count().lists },
    { name: 'bond_injector_networks_watches_total', help: 'Watches opened.', read: () => count().watches },
    {
      name: 'bond_injector_networks_look_ups_total',
      help: 'Questions to the API server about networks that were not known.',
      label: 'result',
      read: () => new Map(Object.entries(count().lookUps)),
    },
  ]
}
