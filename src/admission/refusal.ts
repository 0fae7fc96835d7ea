import { causeMessage, fieldOf, refusalMessage } from '../bonding/layout.ts'
import type { Finding, ObjectReference } from '../bonding/finding.ts'
import type { Refusal } from './answer.ts'

/**
 * A refusal that every reader can use: kubectl prints only the causes, so each stands alone; events and other clients
 * show the message, which repeats them.
 *
 * @param errors at least one
 */
export function refusalOf({ kind, name }: ObjectReference, errors: readonly Finding[]): Refusal {
  return {
    message: refusalMessage(errors),
    kind,
    name,
    causes: errors.map(error => ({ reason: error.reason, message: causeMessage(error), field: fieldOf(error) })),
  }
}
