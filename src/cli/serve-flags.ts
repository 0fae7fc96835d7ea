import { optional, repeated, value, withDefault, wrong, type Reading, type Settings } from './flag.ts'
import { address, namespace, oneOf, seconds, secondsOrNone, serverName, text } from './flag-values.ts'
import { admissionFlags } from './admission-flags.ts'
import { siteFlags } from './site-flags.ts'

/**
 * The settings of `serve`. None may be called port-... or service-...: Kubernetes sets BOND_INJECTOR_PORT,
 * BOND_INJECTOR_SERVICE_HOST and others for a Service of our name.
 */
export const serveFlags = {
  listen: withDefault(
    { value: 'HOST:PORT', help: 'Where the webhook listens. Port 0 is any that is free.', fallback: '[::]:8443' },
    address,
  ),
  'ops-listen': withDefault(
    { value: 'HOST:PORT', help: 'Where /healthz, /readyz and /metrics listen, in plain HTTP.', fallback: '[::]:8080' },
    address,
  ),
  'drain-seconds': withDefault(
    {
      value: 'SECONDS',
      help: 'After SIGTERM, how long it may go on answering until nobody asks any more. 0: not at all.',
      fallback: '15',
    },
    secondsOrNone,
  ),
  manifests: repeated(
    {
      value: 'DIR',
      help: 'Network attachment definitions from the YAML and JSON files of this directory, instead of from a cluster.',
    },
    text,
  ),
  namespace: withDefault(
    { value: 'NAMESPACE', help: 'The namespace of objects in --manifests that name none.', fallback: 'default' },
    namespace,
  ),
  kubeconfig: optional(
    {
      value: 'FILE',
      help: "How to reach the cluster. Otherwise $KUBECONFIG, ~/.kube/config, or the pod's own service account.",
    },
    text,
  ),
  context: optional({ value: 'NAME', help: 'The context of the kubeconfig, if not its current one.' }, text),
  'watch-namespace': repeated(
    { value: 'NAMESPACE', help: 'Read the networks of this namespace only, where RBAC allows no more.' },
    namespace,
  ),
  'stale-after': withDefault(
    {
      value: 'SECONDS',
      help: 'Not ready any more after so long without a word from the API server.',
      fallback: '60',
    },
    seconds,
  ),
  'tls-cert': optional(
    { value: 'FILE', help: 'The certificate and its chain, PEM. Read again whenever it changes.' },
    text,
  ),
  'tls-key': optional({ value: 'FILE', help: 'Its key, PEM.' }, text),
  'tls-ca': optional(
    {
      value: 'FILE',
      help: 'What clients must trust to trust --tls-cert, PEM: written into the webhook configurations. Read again whenever it changes.',
    },
    text,
  ),
  'tls-secret': optional(
    {
      value: 'NAMESPACE/NAME',
      help: 'A certificate that the program makes and renews itself, kept in this Secret for all replicas. The Secret must exist; it may be empty.',
    },
    objectName,
  ),
  'mutating-webhook': repeated(
    {
      value: 'NAME',
      help: 'The MutatingWebhookConfiguration whose caBundle this program writes and keeps, with --tls-secret or --tls-ca.',
    },
    text,
  ),
  'validating-webhook': repeated({ value: 'NAME', help: 'The same for a ValidatingWebhookConfiguration.' }, text),
  'tls-name': repeated(
    {
      value: 'NAME',
      help: 'A further DNS name or IP address for the certificate that the program makes itself; localhost, 127.0.0.1 and ::1 are always in it.',
    },
    serverName,
  ),
  'ca-out': optional(
    { value: 'FILE', help: 'Where to write what clients must trust, if the program makes the certificate itself.' },
    text,
  ),
  ...siteFlags,
  ...admissionFlags,
  'log-level': withDefault(
    { value: 'LEVEL', help: 'trace, debug, info, warn, error or silent.', fallback: 'info' },
    oneOf('trace', 'debug', 'info', 'warn', 'error', 'silent'),
  ),
}

export type ServeSettings = Settings<typeof serveFlags>

export interface ObjectName {
  readonly namespace: string
  readonly name: string
}

/** Names of most objects are DNS subdomains (RFC 1123). */
function objectName(given: string): Reading<ObjectName> {
  const [, within = '', name = ''] = /^([^/]+)\/([a-z0-9]([-.a-z0-9]*[a-z0-9])?)$/.exec(given) ?? []
  if (name === '' || name.length > 253 || namespace(within).kind === 'wrong') return wrong('NAMESPACE/NAME', given)
  return value({ namespace: within, name })
}
