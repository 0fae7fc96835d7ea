import type { X509Certificate } from 'node:crypto'
import type {
  WebhookConfigurationName,
  WebhookConfigurationsApi,
  WireWebhook,
} from '../cluster/webhook-configurations-api.ts'
import { judgeBundle } from './ca-bundle.ts'

export type TrustNews =
  | { readonly kind: 'repaired'; readonly configuration: string; readonly why: readonly string[] }
  | { readonly kind: 'trouble'; readonly configuration: string; readonly problem: string }
  | { readonly kind: 'recovered'; readonly configuration: string }

export interface WebhookTrustOptions {
  readonly api: WebhookConfigurationsApi
  readonly configurations: readonly WebhookConfigurationName[]
  /** Told once for each change. */
  readonly tell: (news: TrustNews) => void
}

/**
 * `in place`: found so; `written`: was wrong and is right now; `unseen`: right when it was last seen, and it cannot be
 * looked at now, which is no reason to serve nobody; `absent`: it is not there, so that nobody calls us through it, and
 * others must go on being served; `problem`: not right, as far as is known.
 */
type State =
  | { readonly kind: 'in place' | 'written' }
  | { readonly kind: 'unseen' | 'absent' | 'problem'; readonly problem: string }

/** A replica hears of new certificates within a minute or so (kubelet's mounts are the slowest); this is plenty. */
const strangersStayMs = 10 * 60 * 1000

/** Keeps `caBundle` of our own webhook configurations, and knows what the API server trusts. */
export class WebhookTrust {
  readonly #options: WebhookTrustOptions
  readonly #states = new Map<string, State>()
  /** When certificates were first seen that this replica does not want, by fingerprint. */
  readonly #strangers = new Map<string, Date>()

  constructor(options: WebhookTrustOptions) {
    this.#options = options
  }

  /** Looks at every configuration once and repairs it. Never rejects. */
  async keep(wanted: readonly X509Certificate[], now: Date): Promise<void> {
    const seen = new Set<string>()
    await Promise.all(
      this.#options.configurations.map(async configuration => {
        const state = await this.#keepOne(configuration, wanted, seen, now)
        this.#note(titleOf(configuration), state)
      }),
    )
    for (const known of this.#strangers.keys()) if (!seen.has(known)) this.#strangers.delete(known)
  }

  /**
   * Did every configuration hold what was wanted at the last look, without help? What was only just written need not
   * have reached every API server yet.
   */
  get settled(): boolean {
    return this.#all().every(([, state]) => state?.kind === 'in place' || state?.kind === 'absent')
  }

  condition(): { readonly ok: boolean; readonly message: string } {
    const states = this.#all()
    const ok = states.every(([, state]) => state !== undefined && state.kind !== 'problem')
    const problems = states.flatMap(([title, state]) => {
      if (!state) return [`${title} has not been looked at yet`]
      return 'problem' in state ? [`${title}: ${state.problem}`] : []
    })
    const there = states.filter(([, state]) => state?.kind !== 'absent').map(([title]) => title)
    const place = ok && there.length > 0 ? [`caBundle is in place in ${there.join(', ')}`] : []
    return { ok, message: [...place, ...problems].join('; ') }
  }

  async #keepOne(
    configuration: WebhookConfigurationName,
    wanted: readonly X509Certificate[],
    seen: Set<string>,
    now: Date,
  ): Promise<State> {
    if (wanted.length === 0) return { kind: 'problem', problem: 'what its caBundle must hold is not known yet' }
    let known: 'unseen' | 'problem' = 'unseen'
    try {
      const webhooks = await this.#options.api.webhooks(configuration)
      known = 'problem'
      if (!webhooks) return { kind: 'absent', problem: 'it does not exist' }
      if (webhooks.length === 0) return { kind: 'problem', problem: 'it has no webhooks' }
      const why = new Set<string>()
      const repairs = webhooks.map(webhook => this.#repair(webhook, wanted, seen, why, now))
      if (why.size === 0) return { kind: 'in place' }
      await this.#options.api.write(configuration, repairs)
      this.#options.tell({ kind: 'repaired', configuration: titleOf(configuration), why: [...why] })
      return { kind: 'written' }
    } catch (error) {
      return { kind: known, problem: error instanceof Error ? error.message : String(error) }
    }
  }

  #repair(
    { name, caBundle }: WireWebhook,
    wanted: readonly X509Certificate[],
    seen: Set<string>,
    why: Set<string>,
    now: Date,
  ): WireWebhook | undefined {
    const mayStay = ({ fingerprint256 }: X509Certificate) => {
      seen.add(fingerprint256)
      const since = this.#strangers.get(fingerprint256) ?? now
      this.#strangers.set(fingerprint256, since)
      return now.getTime() - since.getTime() < strangersStayMs
    }
    const verdict = judgeBundle(caBundle, wanted, { mayStay }, now)
    if (verdict.kind === 'right') return undefined
    why.add(verdict.why)
    return { name, caBundle: verdict.pem }
  }

  #note(configuration: string, seen: State): void {
    const before = this.#states.get(configuration)
    const wasRight = before !== undefined && before.kind !== 'problem'
    const state = seen.kind === 'unseen' && !wasRight ? { ...seen, kind: 'problem' as const } : seen
    this.#states.set(configuration, state)
    const [problem, told] = [state, before].map(one => (one && 'problem' in one ? one.problem : undefined))
    if (problem === told) return
    if (problem === undefined) this.#options.tell({ kind: 'recovered', configuration })
    else this.#options.tell({ kind: 'trouble', configuration, problem })
  }

  #all(): readonly (readonly [string, State | undefined])[] {
    return this.#options.configurations.map(one => [titleOf(one), this.#states.get(titleOf(one))])
  }
}

function titleOf({ kind, name }: WebhookConfigurationName): string {
  return `${kind === 'mutating' ? 'MutatingWebhookConfiguration' : 'ValidatingWebhookConfiguration'} ${name}`
}
