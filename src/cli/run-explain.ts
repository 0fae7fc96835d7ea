import { createExplainer } from '../bonding/explain/explain-pod.ts'
import type { Explanation } from '../bonding/explain/explanation.ts'
import { readManifestFiles } from '../manifests/manifest-files.ts'
import type { ManifestProblem } from '../manifests/manifest-problem.ts'
import { askCluster, judgeWith, type ClusterUse } from './ask-cluster.ts'
import type { Output } from './command.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { explainFiles, type Explained } from './explain-files.ts'
import type { ExplainSettings } from './explain-flags.ts'
import { findTarget } from './explain-target.ts'
import { explainText } from './explain-text.ts'
import { policyOf } from './policy.ts'

/** Explains the pods of files, or one object of a cluster. @param target `KIND/NAME` */
export async function runExplain(
  settings: ExplainSettings,
  output: Output,
  target: string | undefined,
  use: ClusterUse,
): Promise<ExitCode> {
  if (target === undefined && settings.filename.length === 0) return wrongUse(output, nothingToExplain)
  const cluster = await askCluster(settings, target === undefined ? use : 'always')
  if (typeof cluster === 'string') return wrongUse(output, cluster)
  const namespace = settings.namespace ?? cluster?.namespace ?? 'default'
  const found = target === undefined || !cluster ? undefined : await findTarget(cluster.connection, target, namespace)
  if (typeof found === 'string') return wrongUse(output, found)
  const manifests = await readManifestFiles({ paths: settings.filename, recursive: settings.recursive })
  const explainer = createExplainer(policyOf(settings))
  const explained = await judgeWith(cluster, complete =>
    explainFiles(manifests, { namespace, complete, explainer, target: found }),
  )
  if (typeof explained === 'string') return wrongUse(output, explained)
  for (const problem of explained.problems) output.stderr(`${line(problem)}\n`)
  output.stdout(formats[settings.output](explained.explanations))
  return codeOf(explained)
}

const nothingToExplain = 'nothing to explain: give KIND/NAME, such as pod/web, or files with -f'

const formats: Readonly<Record<ExplainSettings['output'], (explanations: readonly Explanation[]) => string>> = {
  text: explanations => explanations.map(explainText).join('\n'),
  json: explanations => `${JSON.stringify(explanations, undefined, 2)}\n`,
}

function codeOf({ explanations, problems }: Explained): ExitCode {
  if (problems.some(({ severity }) => severity === 'error')) return exitCode.wrongUse
  return explanations.some(({ outcome }) => outcome === 'refused') ? exitCode.refused : exitCode.fine
}

function line({ severity, file, line, column, message, fix }: ManifestProblem): string {
  const place = line === 0 ? file : `${file}:${line}:${column}`
  return `${place}: ${severity}: ${message}. ${fix}`
}

function wrongUse(output: Output, problem: string): ExitCode {
  output.stderr(`bond-injector explain: ${problem}\n`)
  return exitCode.wrongUse
}
