import type { Mismatch } from '../go-decode.ts'
import type { Span } from '../go-json.ts'
import type { LineColumn } from '../line-column.ts'
import type { Path } from '../place.ts'

/**
 * - `not-json`: the text is no JSON
 * - `not-an-object`: it is JSON, but no object
 * - `number-too-big`: a number, anywhere, that a 64-bit float cannot hold
 * - `wrong-type`: a key that the chain itself reads has a value of another type
 * - `no-type`: neither `type` nor `plugins`
 * - `no-plugins`: `plugins` is empty or null
 * - `plugins-misspelled`: another case than `plugins`, which Multus takes and libcni does not
 * - `plugin-without-type`: a plugin whose `type` is missing, empty or lost on the way
 * - `type-is-a-path`: a `type` with a slash in it
 * - `no-name`: the name is null, which the client library does not fill in
 * - `name-characters`: a name that is no CNI network name
 * - `version-unsupported`: a cniVersion that plugins do not take
 */
export type ConfigProblemKind =
  | 'not-json'
  | 'not-an-object'
  | 'number-too-big'
  | 'wrong-type'
  | 'no-type'
  | 'no-plugins'
  | 'plugins-misspelled'
  | 'plugin-without-type'
  | 'type-is-a-path'
  | 'no-name'
  | 'name-characters'
  | 'version-unsupported'

/** Something for which the client library, Multus, libcni or the skeleton of plugins refuses a config. Wording belongs to the rules. */
export interface ConfigProblem {
  readonly kind: ConfigProblemKind
  /** What fails: `load` is ADD and DEL, so that the pod can also be hard to delete. */
  readonly stage: 'load' | 'add' | 'del'
  readonly by: 'client-library' | 'multus' | 'libcni' | 'skeleton'
  /** It crashes instead of returning an error. */
  readonly panics: boolean
  readonly path: Path
  /** The value in question; absent where there is none. */
  readonly span?: Span
  /** What the real program says. */
  readonly upstream: string
  /** The value as the author wrote it, shortened; for `not-json` what is wrong, in plain words. */
  readonly found?: string
  /** For `wrong-type`: `text`, `an object`, ... */
  readonly expected?: string
  /** For `not-json`. */
  readonly fix?: string
  /** For `not-json`: the path leads to the whole text only, which can have many lines. */
  readonly position?: LineColumn
}

/** What a problem is made of; `load`, no panic where nothing else is said. */
export type ProblemDetails = Pick<ConfigProblem, 'kind' | 'by' | 'path' | 'upstream'> & Partial<ConfigProblem>

export function configProblem(details: ProblemDetails): ConfigProblem {
  return { stage: 'load', panics: false, ...details, upstream: shortened(details.upstream, 500) }
}

/** Enough for everybody: a config of a megabyte can hold a hundred thousand. */
export const mostProblems = 20

/** A piece of the author's text, short enough to be quoted in a message. */
export function quoted(text: string, { start, end }: Span): string {
  return shortened(text.slice(start, end), 60)
}

/** A text that may come from several places, quoted in the same way. */
export function quotedText(value: string): string {
  return shortened(JSON.stringify(value), 60)
}

function shortened(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest).toWellFormed()}...`
}

/** What a person calls Go's type, which ends Go's message. */
const plainTypes: Readonly<Record<string, string>> = {
  string: 'text',
  bool: 'true or false',
  '[]string': 'a list of texts',
  'map[string]bool': 'an object of true and false values',
  'map[string]interface {}': 'an object',
  'types.IPAM': 'an object',
  'types.DNS': 'an object',
  'types.PluginConf': 'an object',
  'types.GCAttachment': 'an object',
  '[]*types.PluginConf': 'a list of objects',
  '[]types.GCAttachment': 'a list of objects',
}

export function expectedType({ goMessage }: Mismatch): string {
  const [, goType = ''] = /of type (.*)$/.exec(goMessage) ?? []
  return plainTypes[goType] ?? goType
}
