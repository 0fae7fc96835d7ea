import { goQuote } from '../go-quote.ts'

/** The versions of the CNI specification that plugins built with libcni 1.3.0 take (pkg/version `All`), exactly so written. */
export const supportedVersions: readonly string[] = ['0.1.0', '0.2.0', '0.3.0', '0.3.1', '0.4.0', '1.0.0', '1.1.0']

/** The newest one (pkg/version `Current`). */
const current = '1.1.0'

/** What a plugin says of another version (pkg/version `ErrorIncompatible`). */
export function incompatibleVersion(version: string): string {
  const supported = supportedVersions.map(goQuote).join(' ')
  return `incompatible CNI versions; config is ${goQuote(version)}, plugin supports [${supported}]`
}

export type VersionReading =
  | { readonly kind: 'version'; readonly parts: readonly number[] }
  | { readonly kind: 'not-a-version'; readonly goMessage: string }

/** pkg/version `ParseVersion`: up to three numbers with dots between them; an empty text is 0.1.0. */
export function readVersion(text: string): VersionReading {
  if (text === '') return { kind: 'version', parts: [0, 1, 0] }
  const words = text.split('.')
  if (words.length > 3) return notAVersion(`invalid version ${goQuote(text)}: too many parts`)
  for (const [index, word] of words.entries()) {
    const fault = atoiFault(word)
    if (fault === undefined) continue
    const part = ['major', 'minor', 'micro'][index] ?? ''
    const quoted = goQuote(word)
    return notAVersion(`failed to convert ${part} version part ${quoted}: strconv.Atoi: parsing ${quoted}: ${fault}`)
  }
  return { kind: 'version', parts: [0, 1, 2].map(index => Number(words[index] ?? 0)) }
}

/** The newest of a list's `cniVersions` that libcni knows, its own `cniVersion` among them; undefined where there is none. */
export function newestKnown(versions: readonly string[]): string | undefined {
  return versions
    .filter(version => compareVersions(version, current) <= 0)
    .reduce<string | undefined>(
      (best, each) => (best === undefined || compareVersions(each, best) > 0 ? each : best),
      undefined,
    )
}

function compareVersions(a: string, b: string): number {
  const left = partsOf(a)
  const right = partsOf(b)
  for (const [index, part] of left.entries()) {
    const other = right[index] ?? 0
    if (part !== other) return part - other
  }
  return 0
}

function partsOf(version: string): readonly number[] {
  const reading = readVersion(version)
  return reading.kind === 'version' ? reading.parts : []
}

function notAVersion(goMessage: string): VersionReading {
  return { kind: 'not-a-version', goMessage }
}

/** Why strconv.Atoi refuses a text, if it does. */
function atoiFault(word: string): 'invalid syntax' | 'value out of range' | undefined {
  if (!/^[+-]?[0-9]+$/.test(word)) return 'invalid syntax'
  const value = BigInt(word.replace('+', ''))
  return BigInt.asIntN(64, value) === value ? undefined : 'value out of range'
}
