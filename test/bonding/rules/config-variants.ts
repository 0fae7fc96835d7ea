import { goFold } from '../../../src/bonding/go-fold.ts'
import { type JsonMember, type JsonNode, type JsonObject, parseGoJson } from '../../../src/bonding/go-json.ts'
import type { Path } from '../../../src/bonding/place.ts'

/** Another text of a config that means the same to every program that reads it. */
export interface Variant {
  readonly name: string
  /** undefined: does not apply to this config. */
  of(config: JsonObject): string | undefined
  /** Where a finding goes whose path was that. Paths begin with `spec.config`. */
  moved(path: Path, config: JsonObject): Path
}

/** How a config is written down. */
interface Writing {
  readonly blank?: string
  readonly number?: (literal: string) => string
  readonly text?: (value: string) => string
  /** Keys of the plugin itself only. */
  readonly key?: (key: string) => string
}

/** Read from the text by Multus and libcni in ways of their own, or only under their exact spelling. */
const sharedKeys = ['type', 'name', 'cniVersion', 'plugins', 'cniVersions', 'disableCheck']

export function parsed(config: string): JsonObject | undefined {
  const reading = parseGoJson(config)
  return reading.kind === 'json' && reading.root.kind === 'object' ? reading.root : undefined
}

const stays = (path: Path) => path

function written(name: string, writing: Writing): Variant {
  return { name, of: config => write(config, writing), moved: stays }
}

const integers = (rewritten: (literal: string) => string) => (literal: string) =>
  /^-?\d+$/.test(literal) ? rewritten(literal) : literal

/** Escapes every character, surrogates one by one. */
const escaped = (value: string) =>
  `"${Array.from({ length: value.length }, (_, index) => `\\u${value.charCodeAt(index).toString(16).padStart(4, '0')}`).join('')}"`

function recased(name: string, spell: (key: string) => string): Variant {
  const key = (each: string) => (sharedKeys.includes(each) ? each : spell(each))
  return {
    name,
    of: config => (isSingle(config) && !hasRepeats(config) ? write(config, { key }) : undefined),
    moved: (path, { members }) =>
      path.map((step, depth) =>
        depth === 2 && members.some(member => member.key.value === step) ? key(`${step}`) : step,
      ),
  }
}

const inAnotherCase: readonly Variant[] = [
  recased('own keys in upper case', key => key.toUpperCase()),
  recased('own keys in lower case', key => key.toLowerCase()),
  recased('own keys with a capital', key => key.charAt(0).toUpperCase() + key.slice(1)),
  recased('own keys with a long s and a Kelvin sign', key => key.replaceAll('s', '\u017f').replaceAll('k', '\u212a')),
]

/** In the single form Multus and libcni take these two in any case; the name they do not. */
const sharedInAnotherCase: Variant = {
  name: 'type and cniVersion in another case',
  of: config => {
    if (!isSingle(config) || hasRepeats(config)) return undefined
    return write(config, { key: key => (key === 'type' || key === 'cniVersion' ? key.toUpperCase() : key) })
  },
  moved: (path, { members }) =>
    path.map((step, depth) => {
      const shared = depth === 2 && (step === 'type' || step === 'cniVersion')
      return shared && members.some(({ key }) => key.value === step) ? step.toUpperCase() : step
    }),
}

const reversed: Variant = {
  name: 'keys in reverse order',
  of: config => (hasRepeats(config) ? undefined : write({ ...config, members: config.members.toReversed() }, {})),
  moved: stays,
}

const repeated: Variant = {
  name: 'an earlier repeat of every key, which the later one overrides',
  of: config => {
    if (!isSingle(config) || hasRepeats(config)) return undefined
    return `{${config.members.flatMap(member => [earlier(member), writeMember(member, {})]).join(', ')}}`
  },
  moved: stays,
}

/** Bond CNI never sees it, so that for its own keys any value will do; Multus looks at those that it knows. */
function earlier({ key: { value: key }, value }: JsonMember): string {
  const text = JSON.stringify(key)
  switch (key) {
    case 'type':
    case 'name':
    case 'cniVersion':
      // null does not override these.
      return value.kind === 'null' ? `"other": 1` : `${text}: "0.4.0"`
    case 'ipam':
    case 'capabilities':
    case 'dns':
    case 'prevResult':
      return `${text}: {}`
    default:
      return `${text}: {"of": ["another", "type"]}`
  }
}

function inList(name: string, index: number, plugins: (own: string) => readonly string[]): Variant {
  return {
    name,
    of: config => {
      if (!isSingle(config)) return undefined
      const isOfList = ({ key }: JsonMember) => key.value === 'name' || key.value === 'cniVersion'
      const own = `{${config.members
        .filter(each => !isOfList(each))
        .map(each => writeMember(each, {}))
        .join(', ')}}`
      const ofList = config.members.filter(isOfList).map(each => writeMember(each, {}))
      return `{${[...ofList, `"plugins": [${plugins(own).join(', ')}]`].join(', ')}}`
    },
    moved: path => {
      const [spec = '', config = '', key, ...rest] = path
      if (config !== 'config' || key === undefined || key === 'name' || key === 'cniVersion') return path
      return [spec, config, 'plugins', index, key, ...rest]
    },
  }
}

const inLists: readonly Variant[] = [
  inList('inside a plugin list', 0, own => [own]),
  inList('inside a plugin list, before tuning', 0, own => [own, '{"type": "tuning"}']),
  inList('inside a plugin list, behind another', 1, own => ['{"type": "site-plugin"}', own]),
]

/** One variant inside the other. */
function both(first: Variant, second: Variant): Variant {
  return {
    name: `${first.name}, ${second.name}`,
    of: config => {
      const text = first.of(config)
      const between = text === undefined ? undefined : parsed(text)
      return between && second.of(between)
    },
    moved: (path, config) => second.moved(first.moved(path, config), config),
  }
}

export const variants: readonly Variant[] = [
  written('over lines, with tabs', { blank: '\r\n\t ' }),
  written('without blanks', { blank: '' }),
  written('texts and keys in \\u escapes', { text: escaped }),
  written('1 as 1.0', { number: integers(literal => `${literal}.0`) }),
  written('1 as 1e0', { number: integers(literal => `${literal}e0`) }),
  written('1 as 10E-1', { number: integers(literal => (literal === '0' ? '0E-1' : `${literal}0E-1`)) }),
  ...inAnotherCase,
  sharedInAnotherCase,
  reversed,
  repeated,
  ...inLists,
  ...inAnotherCase.slice(0, 1).flatMap(variant => inLists.map(list => both(variant, list))),
  ...inLists.slice(0, 1).map(list => both(repeated, list)),
]

function isSingle({ members }: JsonObject): boolean {
  return !members.some(({ key }) => key.value.toLowerCase() === 'plugins')
}

function hasRepeats({ members }: JsonObject): boolean {
  return new Set(members.map(({ key }) => goFold(key.value))).size < members.length
}

function write(node: JsonNode, writing: Writing): string {
  const { blank = ' ', number = String, text = (value: string) => JSON.stringify(value) } = writing
  // Keys are rewritten at the top only: deeper down other rules hold, or none.
  const deeper = { blank, number, text }
  switch (node.kind) {
    case 'string':
      return text(node.value)
    case 'number':
      return number(node.literal)
    case 'boolean':
      return String(node.value)
    case 'null':
      return 'null'
    case 'array':
      return `[${blank}${node.elements.map(element => write(element, deeper)).join(`,${blank}`)}${blank}]`
    case 'object':
      return `{${blank}${node.members.map(member => writeMember(member, writing)).join(`,${blank}`)}${blank}}`
  }
}

function writeMember({ key, value }: JsonMember, writing: Writing): string {
  const { blank = ' ', text = (plain: string) => JSON.stringify(plain), key: spell = String } = writing
  const { key: _, ...deeper } = writing
  return `${text(spell(key.value))}${blank}:${blank}${write(value, deeper)}`
}
