import type { Catalogue } from '../bonding/catalogue.ts'
import type { Finding } from '../bonding/finding.ts'
import { type NetworkKey, networkText } from '../bonding/network-key.ts'
import { NotedCatalogue } from './noted-catalogue.ts'

/** Whoever keeps the catalogue, asked for what is there now: a watch may be a moment behind. */
export interface LiveNetworks {
  /**
   * Asks for networks that the catalogue does not have; they may have been made a moment ago.
   *
   * @returns whether any of them is in the catalogue now
   * @throws where that cannot be told, also because the signal ended the waiting
   */
  lookUp(keys: readonly NetworkKey[], signal: AbortSignal): Promise<boolean>
  /**
   * Reads all networks of these namespaces again.
   *
   * @returns the catalogue as it is with them; undefined where that is the same, or cannot be told
   */
  readAgain(namespaces: readonly string[], signal: AbortSignal): Promise<Catalogue | undefined>
}

interface Refusable {
  readonly warnings: readonly Finding[]
  readonly errors?: readonly Finding[]
}

/** What there is cannot be told: an answer would be a guess. */
export class UnansweredLookUp extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'UnansweredLookUp'
  }
}

/**
 * How many networks one admission may have looked up. Pods have a few; a hostile one could name 250, for each of which
 * the API server would be asked.
 */
const mostQuestions = 32

/** And how many namespaces are read again before it is refused. Pods have one or two. */
const mostNamespaces = 4

/**
 * What is decided from a catalogue, after every network that it did not have was looked up. A refusal is told only after
 * a second look at what it rests on: whoever applies networks and a pod in one go must not be refused for what the watch
 * has not told yet.
 *
 * @param live absent where the catalogue is complete by itself
 * @param budget milliseconds
 * @throws UnansweredLookUp where the decision would rest on what is not known
 */
export function verdictAfterLookUp<V extends Refusable>(
  decide: (catalogue: Catalogue) => V,
  catalogue: Catalogue,
  live: LiveNetworks | undefined,
  budget: number,
): V | Promise<V> {
  const noted = new NotedCatalogue(catalogue)
  const verdict = decide(noted)
  // The usual case stays synchronous: everything is in memory.
  if (!live || (noted.missing.size === 0 && !refuses(verdict))) return wellFounded(verdict, noted)
  // Some of the time is left for the answer itself.
  return secondLook(decide, noted, verdict, live, AbortSignal.timeout(budget * 0.8))
}

async function secondLook<V extends Refusable>(
  decide: (catalogue: Catalogue) => V,
  noted: NotedCatalogue,
  first: V,
  live: LiveNetworks,
  signal: AbortSignal,
): Promise<V> {
  const verdict = await again(decide, noted, first, live, signal)
  const { namespaces } = noted
  if (!refuses(verdict) || namespaces.size === 0 || namespaces.size > mostNamespaces) return verdict
  const now = await live.readAgain([...namespaces], signal)
  if (!now) return verdict
  const renewed = new NotedCatalogue(now)
  return again(decide, renewed, decide(renewed), live, signal)
}

function refuses({ errors = [] }: Refusable): boolean {
  return errors.length > 0
}

/** A plan asks for the bond first and for its links only then: it is made anew as long as something new is found. */
async function again<V extends Refusable>(
  decide: (catalogue: Catalogue) => V,
  noted: NotedCatalogue,
  first: V,
  live: LiveNetworks,
  signal: AbortSignal,
): Promise<V> {
  const asked = new Set<string>()
  let verdict = first
  for (;;) {
    const keys = [...noted.missing].filter(([id]) => !asked.has(id))
    if (keys.length === 0) return wellFounded(verdict, noted)
    for (const [id] of keys) asked.add(id)
    if (asked.size > mostQuestions) throw tooMany(asked.size)
    const found = await answer(
      live,
      keys.map(([, key]) => key),
      signal,
    )
    if (!found) return wellFounded(verdict, noted)
    noted.startAnew()
    verdict = decide(noted)
  }
}

async function answer(live: LiveNetworks, keys: readonly NetworkKey[], signal: AbortSignal): Promise<boolean> {
  try {
    return await live.lookUp(keys, signal)
  } catch (cause) {
    const names = keys.map(key => networkText(key)).join(', ')
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new UnansweredLookUp(`${names} could not be looked up: ${why}`, cause)
  }
}

/** What a list did not hold may be there all the same, as long as the namespace is not known in full. */
function wellFounded<V>(verdict: V, noted: NotedCatalogue): V {
  for (const [namespace, { why }] of noted.gaps) {
    throw new UnansweredLookUp(`which networks namespace ${namespace} has cannot be told: ${why}`)
  }
  return verdict
}

function tooMany(count: number): UnansweredLookUp {
  return new UnansweredLookUp(
    `${count} of the pod's networks are not known, and no more than ${mostQuestions} are looked up for one pod`,
  )
}
