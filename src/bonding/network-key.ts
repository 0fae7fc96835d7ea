/** A network attachment definition by name, as pods and annotations refer to it. */
export interface NetworkKey {
  readonly namespace: string
  readonly name: string
}

export function sameNetwork(a: NetworkKey, b: NetworkKey): boolean {
  return a.name === b.name && a.namespace === b.namespace
}

/** `namespace/name`, without the namespace where it is the reader's own. */
export function networkText({ namespace, name }: NetworkKey, ownNamespace?: string): string {
  return namespace === ownNamespace ? name : `${namespace}/${name}`
}
