import type { PodCall } from '../check/evidence.ts'

/** Programs whose webhooks change pods in a way that is known. */
export type KnownWebhook =
  'network-resources-injector' | 'kubemacpool' | 'istio' | 'linkerd' | 'pepr' | 'kyverno' | 'gatekeeper'

/** How each names its configuration or its webhook. Either will do: people rename configurations to change the order. */
const signs: readonly (readonly [RegExp, KnownWebhook])[] = [
  // The SR-IOV operator's, and that of its own installer, whose prefix can be chosen (pkg/installer/installer.go).
  [/^network-resources-injector|-mutating-config\.k8s\.cni\.cncf\.io$/, 'network-resources-injector'],
  [/^kubemacpool-mutator$|^mutatepods\.kubemacpool\.io$/, 'kubemacpool'],
  // A configuration for each revision, and for each tag of one.
  [/^istio-sidecar-injector|(^|\.)sidecar-injector\.istio\.io$/, 'istio'],
  [/^linkerd-proxy-injector/, 'linkerd'],
  [/^pepr-|\.pepr\.dev$/, 'pepr'],
  [/^kyverno-|(^|\.)mutate\.kyverno\.svc/, 'kyverno'],
  [/^gatekeeper-mutating-|^mutation\.gatekeeper\.sh$/, 'gatekeeper'],
]

/** Whose webhook it is, as far as names tell. */
export function knownWebhook({ configuration, webhook }: PodCall): KnownWebhook | undefined {
  return signs.find(([sign]) => sign.test(webhook.name) || sign.test(configuration))?.[1]
}
