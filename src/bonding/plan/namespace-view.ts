import type { Catalogue, ListUse } from '../catalogue.ts'
import { compareNatural } from '../natural-order.ts'
import type { NetworkKey } from '../network-key.ts'
import type { Network } from '../network.ts'

/** What is asked of all networks of a namespace. */
export interface NamespaceView {
  readonly bondNames: readonly string[]
  readonly linkNames: readonly string[]
  /** What discovery may pick, in natural order. */
  readonly discoverable: readonly NetworkKey[]
}

/** Worked out once for each list: an admission must not cost more where there are more networks. */
const views = new WeakMap<readonly Network[], NamespaceView>()

export function namespaceView(catalogue: Catalogue, namespace: string, use: ListUse): NamespaceView {
  const networks = catalogue.list(namespace, use)
  const known = views.get(networks)
  if (known) return known
  const view = viewOf(networks)
  views.set(networks, view)
  return view
}

function viewOf(networks: readonly Network[]): NamespaceView {
  const named = (kind: Network['kind']): readonly string[] =>
    networks
      .filter(network => network.kind === kind)
      .map(network => network.reference.name)
      .toSorted()
  const discoverable = networks
    .filter(network => network.kind === 'link' && network.discoverable)
    .map(network => network.reference)
    .toSorted((a, b) => compareNatural(a.name, b.name))
  return { bondNames: named('bond'), linkNames: named('link'), discoverable }
}
