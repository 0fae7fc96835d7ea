/** What to do about a webhook that changed the networks annotation behind ours. */
export const laterWebhook =
  'Find it with `kubectl get mutatingwebhookconfigurations` (they are called in the order of their names) and let it keep what stands in the list, or be called before bond-injector'
