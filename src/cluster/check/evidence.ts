import type { LabelSelector } from './label-selector.ts'

/** What was read of a cluster, as far as this account may read it. */
export type Read<T> =
  | { readonly kind: 'found'; readonly value: T }
  | { readonly kind: 'absent' }
  /** Why not, in the API server's words. */
  | { readonly kind: 'unread'; readonly reason: string }

export interface ServiceName {
  readonly namespace: string
  readonly name: string
}

/** A webhook of a mutating configuration that is called when pods are created. */
export interface PodWebhook {
  readonly name: string
  /** Where it is to be found: a Service, or a URL. */
  readonly service: ServiceName | undefined
  readonly url: string | undefined
  /** Whether its `caBundle` holds anything. */
  readonly hasAuthority: boolean
  readonly ignoresFailure: boolean
  readonly hasConditions: boolean
  /** It is called once more where another webhook changes the pod after it. */
  readonly isReinvoked: boolean
  readonly namespaceSelector: LabelSelector
  readonly objectSelector: LabelSelector
}

/** A webhook among all that are called when pods are created. */
export interface PodCall {
  readonly configuration: string
  readonly webhook: PodWebhook
}

export interface ServiceFacts {
  /** Nothing can be said about the endpoints of one that only gives another host's name. */
  readonly isAlias: boolean
  readonly readyEndpoints: Read<number>
}

/** What the API server made of a pod that was sent as a dry run. */
export type PodAnswer =
  | { readonly kind: 'created'; readonly pod: unknown }
  | { readonly kind: 'refused'; readonly status: number; readonly message: string }
  /** It did not answer in time, although it does answer other calls. */
  | { readonly kind: 'unanswered'; readonly reason: string }

/** What is asked of an installation. */
export interface CheckQuestion {
  readonly namespace: string
  /** The bond network that the complete pod asks for. */
  readonly bond: string
  /** The mutating webhook configuration. */
  readonly configuration: string
  /** How it treats devices. */
  readonly devices: 'add' | 'leave'
  /** Where it is not the one that the configuration names. */
  readonly service?: ServiceName
}

/** All that the verdict is made of. */
export interface Evidence {
  readonly question: CheckQuestion
  /** Those of its webhooks that are called for pods. */
  readonly webhooks: Read<readonly PodWebhook[]>
  /** All webhooks that are called for pods, whosever they are, in the order in which they are. */
  readonly calls: Read<readonly PodCall[]>
  readonly namespaceLabels: Read<Readonly<Record<string, string>>>
  /** undefined: it is not known which Service, or there is none. */
  readonly service: (ServiceName & { readonly facts: Read<ServiceFacts> }) | undefined
  /** The pod that must come back complete. */
  readonly complete: PodAnswer
  /** The pod that must be refused. */
  readonly refused: PodAnswer
}
