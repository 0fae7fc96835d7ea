import t from 'tap'
import { readCallFailure, type CallFailureKind } from '../../src/cluster/check/call-failure.ts'
import { callTrouble } from '../../src/cluster/check/call-trouble.ts'

const url = 'https://bond-injector.inj.svc:443'
const post = `failed to call webhook: Post "${url}/mutate/pods?timeout=2s": `
const x509 = `${post}tls: failed to verify certificate: x509: `
const now = 'current time 2026-11-25T08:48:58Z'

/** As kube-apiserver 1.37.2 said it, behind `failed calling webhook "...": `; those marked come from Go's sources. */
const cases: readonly { says: string; kind: CallFailureKind; problem: string | RegExp }[] = [
  {
    says: `${post}service "bond-injector" not found`,
    kind: 'no-service',
    problem: `the API server looks for the webhook at ${url}, and there is no such Service`,
  },
  {
    says: `${post}no service port 444 found for service "bond-injector"`,
    kind: 'no-service-port',
    problem: /a port that the Service does not have \(no service port 444 found for service "bond-injector"\)$/,
  },
  {
    says: `${post}no endpoints available for service "bond-injector"`,
    kind: 'no-endpoints',
    problem: `the Service behind ${url} has no ready endpoints`,
  },
  {
    says: `${post}dial tcp: lookup no-such-host.invalid on 10.255.255.53:53: no such host`,
    kind: 'no-host',
    problem: /^the name in .* cannot be resolved \(dial tcp: lookup/,
  },
  {
    says: `${post}dial tcp 127.0.0.1:1: connect: connection refused`,
    kind: 'refused',
    problem: `${url} refuses connections: nothing listens there`,
  },
  // Go, syscall.
  {
    says: `${post}dial tcp 10.0.0.7:443: connect: no route to host`,
    kind: 'unreachable',
    problem: /^the API server has no way to /,
  },
  {
    says: `${post}context deadline exceeded`,
    kind: 'timeout',
    problem: `${url} does not answer the API server in time`,
  },
  // Go, net.
  {
    says: `${post}dial tcp 10.0.0.7:443: i/o timeout`,
    kind: 'timeout',
    problem: `${url} does not answer the API server in time`,
  },
  // Go, net/http.
  {
    says: `${post}net/http: TLS handshake timeout`,
    kind: 'timeout',
    problem: `${url} does not answer the API server in time`,
  },
  {
    says: `${x509}certificate signed by unknown authority`,
    kind: 'unknown-authority',
    problem: /is not signed by the authority in caBundle/,
  },
  {
    says: `${x509}certificate has expired or is not yet valid: ${now} is after 2026-08-07T08:48:58Z`,
    kind: 'expired',
    problem: `the certificate of ${url} has expired (${now} is after 2026-08-07T08:48:58Z)`,
  },
  {
    says: `${x509}certificate has expired or is not yet valid: ${now} is before 2026-12-14T08:48:58Z`,
    kind: 'not-yet-valid',
    problem: `the certificate of ${url} is not valid yet (${now} is before 2026-12-14T08:48:58Z)`,
  },
  {
    says: `${x509}certificate is valid for other.example.com, not bond-injector.inj.svc`,
    kind: 'wrong-name',
    problem: /another name \(certificate is valid for other\.example\.com, not bond-injector\.inj\.svc\)$/,
  },
  {
    says: `${x509}cannot validate certificate for 127.0.0.1 because it doesn't contain any IP SANs`,
    kind: 'wrong-name',
    problem: /another name \(cannot validate certificate for 127\.0\.0\.1 because/,
  },
  {
    says: `${post}http: server gave HTTP response to HTTPS client`,
    kind: 'not-https',
    problem: `${url} speaks plain HTTP`,
  },
  {
    says: `${post}read tcp 127.0.0.1:45556->127.0.0.1:33265: read: connection reset by peer`,
    kind: 'broken-off',
    problem: `${url} breaks connections off`,
  },
  // Go, net/http.
  { says: `${post}EOF`, kind: 'broken-off', problem: `${url} breaks connections off` },
  {
    says: 'failed to call webhook: the server could not find the requested resource',
    kind: 'wrong-path',
    problem: /path that it is called under \(the server could not find the requested resource\)$/,
  },
  {
    says: 'failed to call webhook: nothing is served under /mutate',
    kind: 'wrong-path',
    problem: /\(nothing is served under \/mutate\)$/,
  },
  {
    says: 'received invalid webhook response: webhook response was absent',
    kind: 'no-review',
    problem:
      /^what answers is no admission webhook \(received invalid webhook response: webhook response was absent\)$/,
  },
  {
    says: 'failed to call webhook: demo/x could not be looked up: foo',
    kind: 'not-looked-up',
    problem: 'the webhook is reached, but cannot read networks: demo/x could not be looked up: foo',
  },
  {
    says: 'failed to call webhook: internal error: the log has it under uid 1',
    kind: 'answered-otherwise',
    problem: 'the webhook gives no verdict: internal error: the log has it under uid 1',
  },
  {
    says: 'failed to call webhook: the server is currently unable to handle the request',
    kind: 'answered-otherwise',
    problem: /unable to handle the request$/,
  },
]

for (const { says, kind, problem } of cases) {
  t.test(`${kind}: ${says}`, async t => {
    const webhook = 'pods.bond-injector.io'
    const failure = readCallFailure(`Internal error occurred: failed calling webhook "${webhook}": ${says}`)
    t.match(failure, { kind, webhook, server: says.includes(url) ? url : undefined })
    if (!failure) return
    const trouble = callTrouble(failure)
    t.match(trouble.problem, problem)
    t.equal(trouble.topic, /^no-(service|endpoints)/.test(kind) ? 'service' : 'call')
    t.match(trouble.fix, /^[A-Z].*[^.]$/, 'a fix is a sentence without its full stop')
  })
}

for (const message of [
  'admission webhook "pods.bond-injector.io" denied the request: no',
  'pods is forbidden: User "x" cannot create resource "pods" in API group "" in the namespace "demo"',
  '',
]) {
  t.test(`no failed call: ${message}`, async t => t.equal(readCallFailure(message), undefined))
}
