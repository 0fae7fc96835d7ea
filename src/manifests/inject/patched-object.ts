import jsonpatch from 'fast-json-patch'
import { type PatchOperation, pointerStep } from '../../bonding/json-patch.ts'
import type { Injection } from './inject-object.ts'

/** The operations from the root of the object that holds the pod: a workload's own paths. */
export function ownOperations({ path, operations }: Injection): readonly PatchOperation[] {
  const base = path.map(step => `/${pointerStep(String(step))}`).join('')
  return operations.map(operation => ({ ...operation, path: base + operation.path }))
}

/** The object as the API server would store it, had it the webhook's patch. */
export function patchedObject(injection: Injection): Readonly<Record<string, unknown>> {
  const operations = ownOperations(injection)
  const { value } = injection.object
  if (operations.length === 0) return value
  return jsonpatch.applyPatch({ ...value }, operations, true, false).newDocument
}
