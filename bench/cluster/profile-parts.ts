/** What of V8's format is read here (https://chromedevtools.github.io/devtools-protocol/tot/Profiler/#type-Profile). */
export interface CpuProfile {
  readonly nodes: readonly ProfileNode[]
  /** Microseconds on a clock of its own. */
  readonly endTime: number
  /** Ids of nodes. */
  readonly samples: readonly number[]
  /** Microseconds that passed before each sample. */
  readonly timeDeltas: readonly number[]
}

export interface ProfileNode {
  readonly id: number
  readonly callFrame: { readonly functionName: string; readonly url: string }
  readonly children?: readonly number[]
}

export function isCpuProfile(value: unknown): value is CpuProfile {
  const parts = ['nodes', 'endTime', 'samples', 'timeDeltas']
  return typeof value === 'object' && value !== null && parts.every(part => part in value)
}

/** What was sampled between two moments, which are told in microseconds before the end. */
export function within(profile: CpuProfile, from: number, to: number): CpuProfile {
  const { samples, timeDeltas } = profile
  let left = timeDeltas.reduce((sum, delta) => sum + delta, 0)
  const kept = samples.flatMap((sample, index) => {
    const delta = timeDeltas[index] ?? 0
    left -= delta
    return left <= from && left >= to ? [{ sample, delta }] : []
  })
  return { ...profile, samples: kept.map(one => one.sample), timeDeltas: kept.map(one => one.delta) }
}

/** Where time goes, as an operator would name it. `idle` is no work. */
export type Part =
  | 'idle'
  | 'TLS and sockets'
  | 'HTTP'
  | 'Fastify and its packages'
  | 'JSON of review and answer'
  | 'routes, limits, connections'
  | 'engine'
  | 'log line'
  | 'metrics'
  | 'networks and certificates followed'
  | 'garbage collector'
  | 'rest of Node'

/** The first that fits a frame's `url function` decides. Packages stand before the modules of Node that they call. */
const places: readonly (readonly [RegExp, Part])[] = [
  [/^ \(idle\)/, 'idle'],
  [/^ \(garbage collector\)/, 'garbage collector'],
  [/^ \((?:program|root)\)/, 'rest of Node'],
  [/^ (?:write(?:v|Buffer|\w*1?String)|shutdown|readStart)$/, 'TLS and sockets'],
  [/^ (?:parse|stringify)$|\/node_modules\/secure-json-parse\//, 'JSON of review and answer'],
  [/\/node_modules\/(?:pino|sonic-boom)|\/src\/server\/admission-log\.ts/, 'log line'],
  [/\/node_modules\/prom-client\//, 'metrics'],
  [/\/node_modules\/@kubernetes\/|\/src\/(?:cluster|certs)\//, 'networks and certificates followed'],
  [/\/node_modules\//, 'Fastify and its packages'],
  [/\/src\/bonding\//, 'engine'],
  [/\/src\/admission\/|\/bench\/bare-https\.mjs/, 'JSON of review and answer'],
  [/\/src\//, 'routes, limits, connections'],
  [/^node:(?:_tls|tls|net|internal\/(?:tls|stream_base_commons))/, 'TLS and sockets'],
  [/^node:(?:_http|https?|stream|internal\/(?:http|streams))/, 'HTTP'],
]

/** Microseconds in each part. A frame that says nothing, such as a native one, counts as what called it. */
export function foldProfile({ nodes, samples, timeDeltas }: CpuProfile): ReadonlyMap<Part, number> {
  const byId = new Map(nodes.map(node => [node.id, node]))
  const parents = new Map(nodes.flatMap(node => (node.children ?? []).map(child => [child, node.id] as const)))
  const partOf = (id: number | undefined): Part => {
    const node = id === undefined ? undefined : byId.get(id)
    if (id === undefined || !node) return 'rest of Node'
    return placeOf(node, byId.get(parents.get(id) ?? -1)) ?? partOf(parents.get(id))
  }
  const sums = new Map<Part, number>()
  samples.forEach((sample, index) => {
    const part = partOf(sample)
    sums.set(part, (sums.get(part) ?? 0) + (timeDeltas[index] ?? 0))
  })
  return sums
}

function placeOf({ callFrame: { url, functionName } }: ProfileNode, caller: ProfileNode | undefined): Part | undefined {
  // The native call that writes a file has the names of those that write to sockets.
  if (url === '' && caller?.callFrame.url === 'node:fs') return undefined
  return places.find(([place]) => place.test(`${url} ${functionName}`))?.[1]
}
