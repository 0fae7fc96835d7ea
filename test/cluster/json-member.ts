/** What stands at this path of parsed JSON; undefined where there is nothing. */
export function memberOf(json: unknown, ...path: readonly (string | number)[]): unknown {
  let value = json
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = new Map(Object.entries(value)).get(String(key))
  }
  return value
}
