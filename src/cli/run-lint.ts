import { createNetworkJudge } from '../bonding/network-verdict.ts'
import { createPlanner } from '../bonding/plan.ts'
import { type Lint, lintManifests } from '../manifests/lint/lint-manifests.ts'
import { reports } from '../manifests/lint/reports.ts'
import { readManifestFiles } from '../manifests/manifest-files.ts'
import type { Output } from './command.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import type { LintSettings } from './lint-flags.ts'
import { policyOf } from './policy.ts'
import { version } from './version.ts'

/** Reads the files and prints what is wrong with them. */
export async function runLint(settings: LintSettings, output: Output): Promise<ExitCode> {
  const { filename, recursive, namespace, output: format, 'min-certainty': minCertainty } = settings
  const manifests = await readManifestFiles({ paths: filename, recursive })
  const policy = policyOf(settings)
  const judges = { plan: createPlanner(policy), judgeNetwork: createNetworkJudge(policy, 'documented') }
  const lint = lintManifests(manifests, { ...judges, namespace, minCertainty })
  output.stdout(reports[format](lint, { colour: output.colour === true, version }))
  return codes[lint.outcome]
}

const codes: Readonly<Record<Lint['outcome'], ExitCode>> = {
  fine: exitCode.fine,
  errors: exitCode.refused,
  unreadable: exitCode.wrongUse,
}
