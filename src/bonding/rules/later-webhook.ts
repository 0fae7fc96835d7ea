/** What to do about a webhook that changed the networks annotation behind ours. */
export const laterWebhook =
  'Find it with `kubectl get mutatingwebhookconfigurations` (called in the order of their names) or `mutatingadmissionpolicies`, and let it keep the list, or be called before bond-injector'
