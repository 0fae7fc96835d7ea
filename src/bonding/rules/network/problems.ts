import type { ConfigProblem, ConfigProblemKind } from '../../cni-config.ts'
import type { Network } from '../../network.ts'
import type { Place } from '../../place.ts'

/** What the chain that reads a config refuses of one kind. */
export function problemsOf({ config }: Network, kind: ConfigProblemKind): readonly ConfigProblem[] {
  return config.kind === 'on-node' ? [] : config.problems.filter(problem => problem.kind === kind)
}

export function placeOf({ path, span }: ConfigProblem): Place {
  return span ? { path, span } : { path }
}

const programs: Readonly<Record<ConfigProblem['by'], string>> = {
  'client-library': 'Multus',
  multus: 'Multus',
  libcni: 'libcni',
  skeleton: 'the plugin',
}

/** How functions of Multus pass an error on to each other: says nothing, and makes a line of 200 characters of it. */
const passedOn =
  /^(?:LoadDelegateNetConf(?:List)?: (?:failed with: )?|error unmarshalling delegate (?:config|conflist): |conflist(?:Add|Del): error converting the raw bytes into a conflist: )+/

const longest = 160

/** Who refuses it, and in which words, to stand behind what was found: people search for these. */
export function said({ by, panics, stage, upstream }: ConfigProblem): string {
  const words = upstream.replace(passedOn, '').replace(/[\u0000-\u001f]/g, escaped)
  const short = words.length > longest ? `${words.slice(0, longest).toWellFormed()}...` : words
  const when = stage === 'load' ? '' : ` at ${stage.toUpperCase()}`
  return `(${panics ? 'Multus crashes' : programs[by]}${when}: ${short})`
}

/** The author's own text may be quoted there. */
function escaped(control: string): string {
  return JSON.stringify(control).slice(1, -1)
}
