import type { Logger } from 'pino'
import type { Catalogue } from '../bonding/catalogue.ts'
import type { ManifestProblem } from '../manifests/manifest-problem.ts'
import { watchManifests, type ManifestState } from '../manifests/watch-manifests.ts'
import { failed, type Opening } from './opening.ts'

export interface OpenManifests {
  /** Always the last good content. */
  readonly catalogue: Catalogue
  /** As a condition of being ready: with files that cannot be read we serve, but what may be old. */
  readonly state: () => { readonly ok: boolean; readonly message: string }
  readonly close: () => void
}

/** Opens the directories of manifests. What is wrong with them later goes to the log; the last good content stays. */
export async function openManifests(
  paths: readonly string[],
  namespace: string,
  log: Logger,
): Promise<Opening<OpenManifests>> {
  const tell = (state: ManifestState) => {
    tellState(state, log)
  }
  const start = await watchManifests({ paths, namespace, onChange: tell })
  if (start.kind === 'refused') return failed(...start.problems.map(sentence))
  const { watch } = start
  tell(watch.state())
  const close = () => {
    watch.close()
  }
  return { kind: 'open', opened: { catalogue: watch.catalogue, state: () => factOf(watch.state()), close } }
}

function factOf(state: ManifestState): { readonly ok: boolean; readonly message: string } {
  if (state.ok) return { ok: true, message: `${state.networks} networks` }
  return { ok: false, message: `the last good content is served: ${state.problems.map(sentence).join('; ')}` }
}

function tellState(state: ManifestState, log: Logger): void {
  if (!state.ok) {
    log.error({ problems: state.problems.map(sentence) }, 'manifests kept: what the files hold now cannot be used')
    return
  }
  log.info({ networks: state.networks }, 'manifests read')
  for (const warning of state.warnings) log.warn({ problem: sentence(warning) }, 'manifest')
}

/** `nads/bond.yaml:3:5: what was found. What to do`; a file as a whole has no line. */
function sentence({ file, line, column, message, fix }: ManifestProblem): string {
  const place = line === 0 ? file : `${file}:${line}:${column}`
  return `${place}: ${message}. ${fix}`
}
