import type { Cluster } from './cluster.ts'
import { memberOf } from './json-member.ts'

/** What the API server would store, and what it said. */
export interface ServerDryRun {
  readonly code: number | undefined
  /** In the order of the text, without what is new in every answer. */
  readonly objects: readonly unknown[]
  /** `field: message` of each finding of a refusal, sorted. */
  readonly refusals: readonly string[]
  readonly warnings: readonly string[]
  readonly stderr: string
}

/** A text read by kubectl and sent object by object, without storing it. */
export async function serverDryRun(cluster: Cluster, namespace: string, stdin: string): Promise<ServerDryRun> {
  const args = ['create', '--dry-run=server', '--namespace', namespace, '-o', 'json', '-f', '-']
  const { code, stdout, stderr } = await cluster.kubectl(args, { stdin })
  const lines = stderr.split('\n')
  return {
    code,
    objects: objectsIn(stdout),
    refusals: lines.flatMap(line => /^(?:\* |The .* is invalid: )(.+)/.exec(line)?.[1] ?? []).toSorted(),
    warnings: lines.flatMap(line => /^Warning: (.*)/.exec(line)?.[1] ?? []).toSorted(),
    stderr,
  }
}

/** The pod that a controller would make of a workload's template. */
export function podOfTemplate(workload: unknown, name: string): string {
  const kind = memberOf(workload, 'kind')
  const spec = memberOf(workload, ...(kind === 'CronJob' ? ['spec', 'jobTemplate', 'spec'] : ['spec']))
  const template = memberOf(spec, 'template')
  const labels = memberOf(template, 'metadata', 'labels')
  const annotations = memberOf(template, 'metadata', 'annotations')
  const metadata = { name, labels, annotations }
  return JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata, spec: memberOf(template, 'spec') })
}

/** kubectl prints them one behind the other. */
function objectsIn(stdout: string): readonly unknown[] {
  const texts = stdout.split(/^(?=\{$)/m).filter(text => text !== '')
  return texts.map((text): unknown => JSON.parse(settled(text)))
}

/** Without what is made up for each answer: identities, times, and the end of generated names. */
function settled(text: string): string {
  return text
    .replaceAll(/"[0-9a-f]{8}-[0-9a-f-]{27}"/g, '"uid"')
    .replaceAll(/"creationTimestamp": ".*?"/g, '"creationTimestamp": "now"')
    .replaceAll(/kube-api-access-[a-z0-9]{5}"/g, 'kube-api-access"')
    .replace(/("generateName": "(.*)",\n[^]*?"name": "\2)[a-z0-9]{5}"/, '$1"')
}
