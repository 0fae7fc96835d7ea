import { createNetworkJudge } from '../bonding/network-verdict.ts'
import { createPlanner, type Planner } from '../bonding/plan.ts'
import { createPolicyJudge } from '../bonding/sriov-policy-verdict.ts'
import { createWorkloadJudge } from '../bonding/workload-verdict.ts'
import { type Lint, lintManifests } from '../manifests/lint/lint-manifests.ts'
import { reports } from '../manifests/lint/reports.ts'
import { type ManifestFiles, readManifestFiles } from '../manifests/manifest-files.ts'
import { askCluster, judgeWith, type ClusterUse } from './ask-cluster.ts'
import type { Output } from './command.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import type { Judging } from './fix-lint.ts'
import type { LintSettings } from './lint-flags.ts'
import { policyOf } from './policy.ts'
import { progressLine } from './progress-line.ts'
import { version } from './version.ts'

/** Reads the files, or a namespace of a cluster, and prints what is wrong with them, or mends them first. */
export async function runLint(settings: LintSettings, output: Output, use: ClusterUse): Promise<ExitCode> {
  const { filename, recursive, output: format, 'min-certainty': minCertainty } = settings
  const cluster = await askCluster(settings, use)
  if (typeof cluster === 'string') return noCluster(output, cluster)
  const namespace = settings.namespace ?? cluster?.namespace ?? 'default'
  const manifests =
    cluster && filename.length === 0
      ? await (await import('./namespace-manifests.ts')).namespaceManifests(cluster.connection, namespace)
      : await readManifestFiles({ paths: filename, recursive })
  const progress = progressLine(output)
  const policy = policyOf(settings)
  const judges = {
    plan: createPlanner(policy),
    judgeNetwork: createNetworkJudge(policy, 'documented'),
    judgeWorkload: createWorkloadJudge(policy),
    judgePolicies: createPolicyJudge(policy),
  }
  const judged: Judging['judged'] = run =>
    judgeWith(cluster, complete => {
      const plan: Planner = (pod, files) => judges.plan(pod, complete(files))
      return run({ ...judges, plan, namespace, minCertainty, onProgress: progress.show })
    })
  const lintOf = (files: ManifestFiles) =>
    judged(options => {
      const lint = lintManifests(files, options)
      return cluster ? withoutHints(lint) : lint
    })
  const fixes = settings.fix || settings.diff
  const lint = fixes
    ? await (await import('./fix-lint.ts')).fixLint(settings, output, manifests, { judged, lintOf })
    : await lintOf(manifests)
  progress.erase()
  if (typeof lint === 'string') return noCluster(output, lint)
  if (!fixes) output.stdout(reports[format](lint, { colour: output.colour === true, version }))
  return codes[lint.outcome]
}

/** They speak of files that are missing, and a cluster may hold what files do not. */
function withoutHints(lint: Lint): Lint {
  return { ...lint, hints: lint.hints.filter(hint => hint === 'networks-unread') }
}

function noCluster(output: Output, problem: string): ExitCode {
  output.stderr(`bond-injector lint: ${problem}\n`)
  return exitCode.wrongUse
}

const codes: Readonly<Record<Lint['outcome'], ExitCode>> = {
  fine: exitCode.fine,
  errors: exitCode.refused,
  unreadable: exitCode.wrongUse,
}
