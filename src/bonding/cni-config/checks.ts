import type { ConfigText, LibcniNetwork, Plugin } from './plugin.ts'
import { configProblem, type ConfigProblem, quotedText } from './problem.ts'
import { incompatibleVersion, readVersion, supportedVersions } from './version.ts'

/** pkg/utils `cniValidNameChars`, of libcni at ADD and of a plugin's skeleton at ADD and DEL. */
const networkName = /^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/

/** What libcni and the skeleton of every plugin (pkg/skel) look at before the plugin's own code runs. */
export function executionProblems({ name, cniVersion, plugins }: LibcniNetwork): readonly ConfigProblem[] {
  return [
    ...plugins.flatMap(typeProblem),
    // Where there is nothing to run, nobody looks at the name.
    ...(name === undefined || plugins.length === 0 ? [] : nameProblem(name)),
    ...(cniVersion === undefined ? [] : versionProblems(cniVersion, plugins)),
  ]
}

function typeProblem({ type, typePlace }: Plugin): readonly ConfigProblem[] {
  if (!type.includes('/')) return []
  const upstream = `invalid plugin name: ${type}`
  return [configProblem({ kind: 'type-is-a-path', by: 'libcni', ...typePlace, upstream, found: quotedText(type) })]
}

function nameProblem({ value, place }: ConfigText): readonly ConfigProblem[] {
  if (networkName.test(value)) return []
  // A name that is missing or empty has been filled in: null is all that is left.
  if (value === '')
    return [configProblem({ kind: 'no-name', by: 'libcni', ...place, upstream: 'missing network name' })]
  const upstream = `invalid characters found in network name; ${value}`
  return [configProblem({ kind: 'name-characters', by: 'libcni', ...place, upstream, found: quotedText(value) })]
}

/** The version that libcni reads at DEL and those that the plugins read can differ: an own spelling overrides. */
function versionProblems(network: ConfigText, plugins: readonly Plugin[]): readonly ConfigProblem[] {
  // Plugins that read the network's version share its place.
  const read = new Map(plugins.map(({ cniVersion }) => [cniVersion.place, cniVersion]))
  const problems = [...read.values()]
    .filter(({ value }) => value !== '' && !supportedVersions.includes(value))
    .map(version =>
      unsupported(version, { by: 'skeleton', stage: 'load', upstream: incompatibleVersion(version.value) }),
    )
  const reading = readVersion(network.value)
  if (reading.kind === 'version' || read.has(network.place)) return problems
  return [...problems, unsupported(network, { by: 'libcni', stage: 'del', upstream: reading.goMessage })]
}

function unsupported(
  { value, place }: ConfigText,
  details: Pick<ConfigProblem, 'by' | 'stage' | 'upstream'>,
): ConfigProblem {
  return configProblem({ kind: 'version-unsupported', ...place, ...details, found: quotedText(value) })
}
