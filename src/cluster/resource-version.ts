const number = /^[1-9]\d*$/

/**
 * Whether the first of two resourceVersions of one kind of object is the later one; false where that cannot be told.
 * They are comparable since Kubernetes 1.35 by contract (KEP-5504), and were numbers of etcd before.
 */
export function isLaterVersion(a: string, b: string): boolean {
  if (!number.test(a) || !number.test(b)) return false
  return a.length === b.length ? a > b : a.length > b.length
}
