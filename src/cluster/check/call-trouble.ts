import type { Topic, Trouble } from './answer.ts'
import type { CallFailure, CallFailureKind } from './call-failure.ts'

type Sentences = (failure: CallFailure, server: string) => Trouble

const seePods = 'Look at the pods of bond-injector and at their log'

/** One sentence and one fix for each way in which a call can fail. */
const sentences: Readonly<Record<CallFailureKind, Sentences>> = {
  'no-service': (_, server) => ({
    problem: `the API server looks for the webhook at ${server}, and there is no such Service`,
    fix: 'Install bond-injector there, or correct clientConfig.service of the mutating webhook configuration',
  }),
  'no-service-port': ({ words }, server) => ({
    problem: `the API server calls ${server}, a port that the Service does not have (${words})`,
    fix: 'Set clientConfig.service.port to a port of the Service',
  }),
  'no-endpoints': (_, server) => ({
    problem: `the Service behind ${server} has no ready endpoints`,
    fix: 'See whether the pods of bond-injector run and are ready (/readyz says why not), and whether the selector of the Service fits them',
  }),
  'no-host': ({ words }, server) => ({
    problem: `the name in ${server} cannot be resolved (${words})`,
    fix: 'Correct clientConfig.url of the mutating webhook configuration, or the externalName of its Service',
  }),
  refused: (_, server) => ({
    problem: `${server} refuses connections: nothing listens there`,
    fix: 'See whether the pods of bond-injector run, and whether targetPort of the Service is the port of --listen',
  }),
  unreachable: ({ words }, server) => ({
    problem: `the API server has no way to ${server} (${words})`,
    fix: 'Let the network of the control plane reach the pods, or run bond-injector with hostNetwork',
  }),
  timeout: (_, server) => ({
    problem: `${server} does not answer the API server in time`,
    fix: 'See whether a firewall or a NetworkPolicy keeps the control plane from the port of the webhook, and whether its pods are short of CPU',
  }),
  'unknown-authority': (_, server) => ({
    problem: `the certificate of ${server} is not signed by the authority in caBundle of the mutating webhook configuration`,
    fix: 'Put the authority of the serving certificate into caBundle, or see in the log of bond-injector why it does not do so itself',
  }),
  expired: ({ words }, server) => ({
    problem: `the certificate of ${server} has expired (${since(words)})`,
    fix: 'Renew it, and see in the log of bond-injector why it has not been renewed',
  }),
  'not-yet-valid': ({ words }, server) => ({
    problem: `the certificate of ${server} is not valid yet (${since(words)})`,
    fix: 'Set the clocks of the nodes right, or have the certificate made again',
  }),
  'wrong-name': ({ words }, server) => ({
    problem: `the certificate of ${server} is one for another name (${words.replace(/^.*x509: /s, '')})`,
    fix: 'Have it made for <service>.<namespace>.svc of the Service that the mutating webhook configuration names',
  }),
  'not-https': (_, server) => ({
    problem: `${server} speaks plain HTTP`,
    fix: 'Point the Service at the port of --listen, not at that of --ops-listen',
  }),
  'broken-off': (_, server) => ({ problem: `${server} breaks connections off`, fix: seePods }),
  'wrong-path': ({ words }) => ({
    problem: `the webhook does not serve the path that it is called under (${words})`,
    fix: 'Set the path in clientConfig of the mutating webhook configuration to /mutate/pods',
  }),
  'no-review': ({ words }) => ({
    problem: `what answers is no admission webhook (${words})`,
    fix: 'See in clientConfig of the mutating webhook configuration whether Service, port and path are those of bond-injector',
  }),
  'not-looked-up': ({ words }) => ({
    problem: `the webhook is reached, but cannot read networks: ${words}`,
    fix: 'Allow its account get, list and watch of network-attachment-definitions.k8s.cni.cncf.io; its /readyz says what is missing',
  }),
  'answered-otherwise': ({ words }) => ({ problem: `the webhook gives no verdict: ${words}`, fix: seePods }),
}

/** Which link of the chain a failed call breaks, and how that is told. */
export function callTrouble(failure: CallFailure): Trouble & { readonly topic: Topic } {
  const topic = failure.kind === 'no-service' || failure.kind === 'no-service-port' || failure.kind === 'no-endpoints'
  const server = failure.server ?? `webhook ${failure.webhook}`
  return { topic: topic ? 'service' : 'call', ...sentences[failure.kind](failure, server) }
}

/** Of "... not yet valid: current time A is after B" what stands behind the colon. */
function since(words: string): string {
  return words.replace(/^.*not yet valid: /s, '')
}
