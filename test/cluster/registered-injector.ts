import type { Test } from 'tap'
import { startBondInjector, type BondInjector, type BondInjectorCall } from './bond-injector-process.ts'
import type { Cluster } from './cluster.ts'
import { deleteObject } from './create-object.ts'
import { labelledPod } from './labelled-pod.ts'
import { allowEverywhere, createAccount, type WebhookAccount } from './webhook-account.ts'
import { registerWebhook } from './webhook-registration.ts'

export interface RegisteredInjector extends BondInjector {
  readonly account: WebhookAccount
  /** The webhook's name, as refusals through the API server give it. */
  readonly webhook: string
}

/**
 * Makes the namespace, runs bond-injector with an account that may read NADs and nothing else, and has the API server
 * call it for the labelled pods of that namespace.
 */
export async function registeredInjector(
  t: Test,
  cluster: Cluster,
  namespace: string,
  call: Pick<BondInjectorCall, 'flags' | 'program'> = {},
): Promise<RegisteredInjector> {
  await cluster.createNamespace(namespace)
  await cluster.installNetworkAttachmentDefinitionCrd()
  const account = await createAccount(cluster, namespace)
  await allowEverywhere(cluster, account)
  const { kubeconfig } = account
  const injector = await startBondInjector(t, cluster.home, { ...call, name: namespace, kubeconfig })
  await injector.untilReady()
  const webhook = await registerMutatePods(t, cluster, injector, namespace)
  return { ...injector, account, webhook }
}

/** Registers /mutate/pods by hand, as the chart will do it, for one namespace. Returns the webhook's name. */
export async function registerMutatePods(
  t: Test,
  cluster: Cluster,
  { url, ca }: BondInjector,
  namespace: string,
): Promise<string> {
  const name = `${namespace}.bond-injector.test`
  const selector = { matchExpressions: [{ key: 'bond-injector.io/bond', operator: 'Exists' }] }
  const fields = { objectSelector: selector, failurePolicy: 'Fail' }
  t.teardown(() => deleteObject(cluster, `/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations/${name}`))
  const probe = labelledPod({ namespace, name: 'probe' }, 'of-no-network')
  await registerWebhook(cluster, { kind: 'Mutating', name, url, ca, namespace, fields }, probe)
  return name
}
