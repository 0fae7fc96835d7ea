import { createAdopter } from '../bonding/adopt/adopt-pod.ts'
import { type AdoptedManifests, adoptManifests } from '../manifests/adopt/adopt-manifests.ts'
import { readManifestFiles } from '../manifests/manifest-files.ts'
import type { AdoptSettings } from './adopt-flags.ts'
import { askCluster, judgeWith, type ClusterUse } from './ask-cluster.ts'
import type { Output } from './command.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { policyOf } from './policy.ts'

/** Reads the files and where wanted the networks of a cluster, and prints how their pods can say less. */
export async function runAdopt(settings: AdoptSettings, output: Output, use: ClusterUse): Promise<ExitCode> {
  const { filename, recursive, output: format } = settings
  const cluster = await askCluster(settings, use)
  if (typeof cluster === 'string') return noCluster(output, cluster)
  const namespace = settings.namespace ?? cluster?.namespace ?? 'default'
  const manifests = await readManifestFiles({ paths: filename, recursive })
  const adopt = createAdopter(policyOf(settings))
  const adopted = await judgeWith(cluster, complete =>
    adoptManifests(manifests, { adopt: (pod, files) => adopt(pod, complete(files)), namespace, format }),
  )
  if (typeof adopted === 'string') return noCluster(output, adopted)
  for (const remark of adopted.remarks) output.stderr(`${remark}\n`)
  if (adopted.output !== '') output.stdout(adopted.output)
  return codes[adopted.outcome]
}

function noCluster(output: Output, problem: string): ExitCode {
  output.stderr(`bond-injector adopt: ${problem}\n`)
  return exitCode.wrongUse
}

const codes: Readonly<Record<AdoptedManifests['outcome'], ExitCode>> = {
  adopted: exitCode.fine,
  impossible: exitCode.refused,
  unreadable: exitCode.wrongUse,
}
