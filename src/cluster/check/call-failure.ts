export type CallFailureKind =
  | 'no-service'
  | 'no-service-port'
  | 'no-endpoints'
  | 'no-host'
  | 'refused'
  | 'unreachable'
  | 'timeout'
  | 'unknown-authority'
  | 'expired'
  | 'not-yet-valid'
  | 'wrong-name'
  | 'not-https'
  | 'broken-off'
  | 'wrong-path'
  | 'no-review'
  | 'not-looked-up'
  | 'answered-otherwise'

/** A webhook that the API server could not get a verdict from. */
export interface CallFailure {
  readonly kind: CallFailureKind
  readonly webhook: string
  /** Without the path: `https://bond-injector.bond-injector.svc:443`. Not known where there was an answer. */
  readonly server: string | undefined
  /** The last part of what the API server says. */
  readonly words: string
}

/**
 * What Go's net, crypto/tls and crypto/x509 and the API server (pkg/util/webhook, pkg/util/proxy) say, first match
 * first. Collected from kube-apiserver 1.37.2.
 */
const patterns: readonly (readonly [RegExp, CallFailureKind])[] = [
  [/service "[^"]*" not found/, 'no-service'],
  [/no service port \S+ found for service/, 'no-service-port'],
  [/no endpoints available for service/, 'no-endpoints'],
  [/no such host/, 'no-host'],
  [/connection refused/, 'refused'],
  [/no route to host|network is unreachable/, 'unreachable'],
  [/context deadline exceeded|i\/o timeout|handshake timeout|Client\.Timeout exceeded/, 'timeout'],
  [/signed by unknown authority/, 'unknown-authority'],
  [/certificate has expired or is not yet valid.* is before /, 'not-yet-valid'],
  [/certificate has expired or is not yet valid/, 'expired'],
  [/certificate is (not )?valid for|cannot validate certificate for|legacy Common Name/, 'wrong-name'],
  [/server gave HTTP response to HTTPS client/, 'not-https'],
  [/connection reset by peer|EOF/, 'broken-off'],
  [/could not find the requested resource|nothing is served under/, 'wrong-path'],
  [/received invalid webhook response/, 'no-review'],
  [/could not be looked up/, 'not-looked-up'],
]

/** Takes apart what the API server says where a call failed; undefined where that is not what it says. */
export function readCallFailure(message: string): CallFailure | undefined {
  const [, webhook, rest] = /failed calling webhook "([^"]*)": (.*)$/s.exec(message) ?? []
  if (webhook === undefined || rest === undefined) return undefined
  const said = rest.replace(/^failed to call webhook: /, '')
  const [, server, detail] = /^Post "(https?:\/\/[^/"]*)[^"]*": (.*)$/s.exec(said) ?? []
  const words = detail ?? said
  const kind = patterns.find(([pattern]) => pattern.test(words))?.[1] ?? 'answered-otherwise'
  return { kind, webhook, server, words }
}
