import { createNetworkJudge } from '../../../src/bonding/network-verdict.ts'
import { createPlanner } from '../../../src/bonding/plan.ts'
import { defaultPolicy } from '../../../src/bonding/policy.ts'
import { createPolicyJudge } from '../../../src/bonding/sriov-policy-verdict.ts'
import { createWorkloadJudge } from '../../../src/bonding/workload-verdict.ts'
import { type Lint, lintManifests, type LintOptions } from '../../../src/manifests/lint/lint-manifests.ts'
import type { LintFinding } from '../../../src/manifests/lint/lint-finding.ts'
import type { ManifestProblem } from '../../../src/manifests/manifest-problem.ts'

/** What lint says about files by name, as they come one behind the other. */
export function linted(
  files: Readonly<Record<string, string>>,
  options: Partial<LintOptions> = {},
  problems: readonly ManifestProblem[] = [],
): Lint {
  const read = Object.entries(files).map(([file, text]) => ({ file, text }))
  const plan = createPlanner(defaultPolicy)
  const judgeNetwork = createNetworkJudge(defaultPolicy, 'documented')
  const judgeWorkload = createWorkloadJudge(defaultPolicy)
  const judgePolicies = createPolicyJudge(defaultPolicy)
  const usual = { plan, judgeNetwork, judgeWorkload, judgePolicies, namespace: 'demo', minCertainty: 'advice' } as const
  return lintManifests({ files: read, problems }, { ...usual, ...options })
}

/** `bond.yaml:7:3 error miimon-string`. */
export function brief({ file, line, column, severity, rule }: LintFinding): string {
  return `${file}:${line}:${column} ${severity} ${rule}`
}

const bondMembers = {
  type: '"bond"',
  cniVersion: '"0.3.1"',
  name: '"bond-net1"',
  mode: '"active-backup"',
  failOverMac: '1',
  linksInContainer: 'true',
  miimon: '"100"',
  links: '[{"name": "net1"}, {"name": "net2"}]',
}

/** A config that nothing is wrong with, a member a line, but for what is given. */
export function bondConfig(members: Readonly<Record<string, string>> = {}): string {
  const all = Object.entries({ ...bondMembers, ...members })
  return `{\n${all.map(([key, literal]) => `  "${key}": ${literal}`).join(',\n')}\n}`
}

/** A network, with its config as a literal text. `annotations`: in braces. */
export function network(name: string, config: string, annotations = '{}'): string {
  const text = config.replaceAll(/^/gm, '    ')
  return `apiVersion: k8s.cni.cncf.io/v1
kind: NetworkAttachmentDefinition
metadata:
  name: ${name}
  annotations: ${annotations}
spec:
  config: |
${text}
`
}

export function sriov(name: string, members = ''): string {
  const config = `{"cniVersion": "1.0.0", "name": "${name}", "type": "sriov"${members}}`
  return network(name, config, `{k8s.v1.cni.cncf.io/resourceName: openshift.io/${name}}`)
}

/** A bond and its links, with nothing wrong. */
export const networks = [
  sriov('sriovnet1'),
  sriov('sriovnet2'),
  network('bond-net1', bondConfig(), '{bond-injector.io/links: "sriovnet1,sriovnet2"}'),
].join('---\n')

export function pod(name: string, metadata = 'labels: {bond-injector.io/bond: bond-net1}'): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  ${metadata}
spec:
  containers:
  - name: app
`
}
