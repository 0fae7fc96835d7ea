import type { PodCall } from '../check/evidence.ts'

/**
 * As the API server calls them: by the name of the configuration, and in it as they are listed (apiserver
 * pkg/admission/configuration/mutating_webhook_manager.go). matchPolicy changes nothing, since pods have one version.
 */
export function inCallOrder(calls: readonly PodCall[]): readonly PodCall[] {
  return calls.toSorted((one, other) => compare(one.configuration, other.configuration))
}

/** By bytes, as Go does, and not by a language: object names are ASCII. */
function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
