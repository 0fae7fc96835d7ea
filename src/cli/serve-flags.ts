import { optional, repeated, withDefault, type Settings } from './flag.ts'
import { address, namespace, oneOf, seconds, serverName, text } from './flag-values.ts'
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
    { value: 'HOST:PORT', help: 'Where /healthz and /readyz listen, in plain HTTP.', fallback: '[::]:8080' },
    address,
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
  'log-level': withDefault(
    { value: 'LEVEL', help: 'trace, debug, info, warn, error or silent.', fallback: 'info' },
    oneOf('trace', 'debug', 'info', 'warn', 'error', 'silent'),
  ),
}

export type ServeSettings = Settings<typeof serveFlags>
