import { createPlanner } from '../bonding/plan.ts'
import { type Hint, injectManifests, type InjectedManifests } from '../manifests/inject/inject-manifests.ts'
import type { Remark } from '../manifests/inject/remark.ts'
import { readManifestFiles } from '../manifests/manifest-files.ts'
import { askCluster, judgeWith, type ClusterUse } from './ask-cluster.ts'
import type { Output } from './command.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import type { InjectSettings } from './inject-flags.ts'
import { policyOf } from './policy.ts'

/** Reads the files and where wanted the networks of a cluster, prints what the webhook would make of their pods, and tells the rest on stderr. */
export async function runInject(settings: InjectSettings, output: Output, use: ClusterUse): Promise<ExitCode> {
  const { filename, recursive, output: format } = settings
  const cluster = await askCluster(settings, use)
  if (typeof cluster === 'string') return noCluster(output, cluster)
  const namespace = settings.namespace ?? cluster?.namespace ?? 'default'
  const manifests = await readManifestFiles({ paths: filename, recursive })
  const plan = createPlanner(policyOf(settings))
  const injected = await judgeWith(cluster, complete =>
    injectManifests(manifests, { plan: (pod, files) => plan(pod, complete(files)), namespace, format }),
  )
  if (typeof injected === 'string') return noCluster(output, injected)
  for (const remark of injected.remarks) output.stderr(`${line(remark)}\n`)
  // Files need not hold what the cluster has.
  const hinted = injected.hints.filter(hint => hint !== 'no-networks' || !cluster)
  for (const hint of hinted) output.stderr(`bond-injector inject: ${hints[hint]}\n`)
  if (injected.output !== '') output.stdout(injected.output)
  return codes[injected.outcome]
}

function noCluster(output: Output, problem: string): ExitCode {
  output.stderr(`bond-injector inject: ${problem}\n`)
  return exitCode.wrongUse
}

const codes: Readonly<Record<InjectedManifests['outcome'], ExitCode>> = {
  injected: exitCode.fine,
  refused: exitCode.refused,
  unreadable: exitCode.wrongUse,
}

const hints: Readonly<Record<Hint, string>> = {
  'no-pods': 'no pod, and no workload with a pod template, in these files',
  'no-networks': 'no network was given: give the files of the network attachment definitions too, with -f',
  'networks-unread': 'what is missing may stand in what could not be read',
}

/** As compilers write it, so that editors jump there. */
function line({ severity, file, line, column, text }: Remark): string {
  const place = line === 0 ? file : `${file}:${line}:${column}`
  return `${place}: ${severity}: ${text}`
}
