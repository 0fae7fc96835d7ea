import { bondLabel } from '../../bonding/keys.ts'
import type { PodCall } from '../check/evidence.ts'
import { judgeKnown } from './judge-known.ts'
import { injectorMissing } from './judge-resources-injector.ts'
import { knownWebhook, type KnownWebhook } from './known-webhook.ts'
import { fine, type Remark, type Situation } from './remark.ts'

/** How this installation is set. */
export interface Site {
  /** The mutating webhook configurations that register us; none: they are told by their webhooks' names. */
  readonly configurations: readonly string[]
  readonly devices: 'add' | 'leave'
}

export type OrderVerdict =
  /** No webhook of ours is called when pods are created. */
  { readonly kind: 'not-registered' } | { readonly kind: 'judged'; readonly remarks: readonly Remark[] }

/** The webhooks of one program in one configuration. */
interface Neighbour {
  readonly configuration: string
  readonly known: KnownWebhook | undefined
  readonly isBefore: boolean
  readonly isReinvoked: boolean
  readonly hasConditions: boolean
}

/**
 * What the other webhooks that are called when pods are created mean for ours, in the order in which they are called.
 *
 * @param calls in that order, too
 */
export function judgeOrder(calls: readonly PodCall[], site: Site): OrderVerdict {
  const called = calls.filter(({ webhook }) => !leavesLabelledOut(webhook.objectSelector))
  const own = called.findIndex(call => isOurs(call, site))
  if (own < 0) return { kind: 'not-registered' }
  const neighbours = neighboursOf(called, own, site)
  const isHelped = neighbours.some(neighbour => seesOurs(neighbour) && mayAddDevices(neighbour.known))
  const remarks = neighbours.flatMap(neighbour => {
    const { known } = neighbour
    return known === undefined ? [] : [judgeKnown(known, situation(neighbour, site, isHelped))]
  })
  const injects = neighbours.some(({ known }) => known === 'network-resources-injector')
  const missing = site.devices === 'leave' && !injects ? [injectorMissing(isHelped)] : []
  return { kind: 'judged', remarks: [...remarks, ...missing, ...strangers(neighbours)] }
}

/** By configuration, since names can be anything; a webhook of another program may stand in ours. */
function isOurs(call: PodCall, { configurations }: Site): boolean {
  if (configurations.length === 0) return call.webhook.name.includes('bond-injector')
  return configurations.includes(call.configuration) && knownWebhook(call) === undefined
}

function neighboursOf(calls: readonly PodCall[], own: number, site: Site): readonly Neighbour[] {
  const neighbours = new Map<string, Neighbour>()
  for (const [index, call] of calls.entries()) {
    if (isOurs(call, site)) continue
    const { configuration, webhook } = call
    const [known, isBefore] = [knownWebhook(call), index < own]
    const key = `${configuration} ${known ?? ''} ${isBefore}`
    const former = neighbours.get(key)
    neighbours.set(key, {
      configuration,
      known,
      isBefore,
      isReinvoked: webhook.isReinvoked || former?.isReinvoked === true,
      hasConditions: webhook.hasConditions || former?.hasConditions === true,
    })
  }
  return [...neighbours.values()]
}

function situation({ isBefore, isReinvoked, ...rest }: Neighbour, { devices }: Site, isHelped: boolean): Situation {
  const called = !isBefore ? 'after' : isReinvoked ? 'twice' : 'before'
  return { configuration: rest.configuration, hasConditions: rest.hasConditions, called, devices, isHelped }
}

/** Called after us, or before us and again, since we have changed the pod. */
function seesOurs({ isBefore, isReinvoked }: Neighbour): boolean {
  return !isBefore || isReinvoked
}

function mayAddDevices(known: KnownWebhook | undefined): boolean {
  return known === undefined || known === 'pepr' || known === 'kyverno' || known === 'gatekeeper'
}

/** Those that nothing is known about matter only where they are called after us; all in one line. */
function strangers(neighbours: readonly Neighbour[]): readonly Remark[] {
  const after = neighbours.filter(neighbour => neighbour.known === undefined && seesOurs(neighbour))
  const names = [...new Set(after.map(({ configuration }) => configuration))]
  if (names.length === 0) return []
  const are = names.length === 1 ? 'is' : 'are'
  return [
    fine(`${names.join(', ')} ${are} called after bond-injector and may change what it wrote; /validate/pods tells`),
  ]
}

/** No more can be told without the pods: they have other labels, too. */
function leavesLabelledOut({ matchExpressions = [] }: PodCall['webhook']['objectSelector']): boolean {
  return matchExpressions.some(({ key, operator }) => key === bondLabel && operator === 'DoesNotExist')
}
