import { ApiFailure } from '../cluster/api-failure.ts'
import type { Answer } from '../cluster/check/answer.ts'
import type { CheckQuestion, Evidence } from '../cluster/check/evidence.ts'
import { gather } from '../cluster/check/gather.ts'
import { judge } from '../cluster/check/judge.ts'
import type { KubeConnection } from '../cluster/kube/connection.ts'
import type { CheckSettings } from './check-flags.ts'
import type { Output } from './command.ts'
import { connectCluster } from './connect-cluster.ts'
import { exitCode, type ExitCode } from './exit-code.ts'

/** Asks the cluster, and prints one line for each link of the chain. */
export async function runCheck(settings: CheckSettings, output: Output): Promise<ExitCode> {
  const connection = await connectCluster(settings, 'checking an installation')
  if (typeof connection === 'string') return noCluster(output, connection)
  const evidence = await evidenceOf(connection, questionOf(settings))
  if (evidence instanceof ApiFailure) return noCluster(output, unreachable(evidence))
  const answers = judge(evidence)
  for (const answer of answers) output.stdout(`${line(answer)}\n`)
  return answers.some(({ kind }) => kind === 'failed') ? exitCode.refused : exitCode.fine
}

async function evidenceOf(connection: KubeConnection, question: CheckQuestion): Promise<Evidence | ApiFailure> {
  const { kubeCheckApi } = await import('../cluster/kube/check-api.ts')
  try {
    return await gather(kubeCheckApi(connection), question)
  } catch (error) {
    if (error instanceof ApiFailure) return error
    throw error
  }
}

function questionOf(settings: CheckSettings): CheckQuestion {
  const { namespace, bond, service, 'mutating-webhook': configuration, devices } = settings
  return { namespace, bond, configuration, devices, ...(service && { service }) }
}

function noCluster(output: Output, problem: string): ExitCode {
  output.stderr(`bond-injector check: ${problem}\n`)
  return exitCode.wrongUse
}

function unreachable({ status, message }: ApiFailure): string {
  if (status === 401) {
    return `the API server does not know this account (${message}). Renew its token, or give another --kubeconfig`
  }
  return `the API server cannot be reached: ${message}. Check --kubeconfig and --context`
}

/** One line, whatever the API server said. */
function line(answer: Answer): string {
  const text = textOf(answer).replaceAll(/\s*\n\s*/g, ' ')
  return `${marks[answer.kind]}  ${answer.topic}: ${text}`
}

const marks: Readonly<Record<Answer['kind'], string>> = {
  ok: 'ok    ',
  failed: 'FAILED',
  doubtful: 'MAYBE ',
  untold: '-     ',
}

function textOf(answer: Answer): string {
  switch (answer.kind) {
    case 'ok':
      return answer.fact
    case 'failed':
    case 'doubtful':
      return `${answer.problem}. ${answer.fix}`
    case 'untold':
      return answer.reason
  }
}
