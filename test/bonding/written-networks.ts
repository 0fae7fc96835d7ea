import fc from 'fast-check'

/** A list as an author might write it, and what Multus makes of each element; the interface is '' where none is asked for. */
export interface Written {
  readonly syntax: 'comma' | 'json'
  readonly text: string
  readonly elements: readonly { readonly namespace: string; readonly name: string; readonly interface: string }[]
}

export const podNamespace = 'demo'

const label = fc.constantFrom('a', 'b', 'net1', 'sriovnet1', 'bond-net1', '0', 'x-9')
const interfaceName = fc.constantFrom('net1', 'net2', 'bond0', 'Eth_1', 'é', 'abcdefghijklmno')
const goBlank = blanks('', '', '', ' ', '\n', '\t ', '\r\n', '\u0085', '\u00a0', '\u3000')
const jsonBlank = blanks('', '', '', ' ', '\n', '\t', '\r\n  ')

function blanks(...choices: string[]) {
  return fc.constantFrom(...choices)
}

const commaElement = fc
  .record({
    namespace: fc.option(fc.oneof(label, fc.constant('')), { nil: undefined }),
    name: label,
    interface: fc.option(fc.oneof(interfaceName, fc.constant('')), { nil: undefined }),
    blanks: fc.array(goBlank, { minLength: 6, maxLength: 6 }),
  })
  .map(({ namespace, name, interface: asked, blanks: [a, b, c, d, e, f] }) => ({
    text: `${a}${namespace === undefined ? '' : `${namespace}${b}/${c}`}${name}${asked === undefined ? '' : `${d}@${e}${asked}`}${f}`,
    element: { namespace: namespace || podNamespace, name, interface: asked ?? '' },
  }))

export const writtenComma: fc.Arbitrary<Written> = fc
  .array(commaElement, { minLength: 1, maxLength: 5 })
  .map(pieces => ({
    syntax: 'comma',
    text: pieces.map(({ text }) => text).join(','),
    elements: pieces.map(({ element }) => element),
  }))

type Field = 'namespace' | 'name' | 'interface' | 'interfaceRequest'

/** The key in some case, some of it escaped. */
function spelled(key: string): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom('as is', 'as is', 'upper', 'escaped'), { minLength: key.length, maxLength: key.length })
    .map(ways => Array.from(key, (character, index) => spellCharacter(character, ways[index])).join(''))
}

function spellCharacter(character: string, way: string | undefined): string {
  if (way === 'upper') return character.toUpperCase()
  return way === 'escaped' ? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}` : character
}

/** A member that sets one of the fields, or, with null, leaves it as it is. */
function setter(field: Field, values: fc.Arbitrary<string>) {
  return fc.record({ key: spelled(field), value: fc.option(values) }).map(({ key, value }) => ({ field, key, value }))
}

const someSetter = fc.oneof(
  setter('name', label),
  setter('namespace', fc.oneof(label, fc.constant(''))),
  setter('interface', fc.oneof(interfaceName, fc.constant('a"b\\c'), fc.constant(''))),
  setter('interfaceRequest', fc.oneof(interfaceName, fc.constant(''))),
)

/** Members that Multus checks, or does not know, and that change nothing here. */
const bystander = fc.constantFrom(
  '"mac":"02:00:00:00:00:01"', '"IPS":["10.0.0.1/24",  "fd00::1"]', '"cni-args":{"name":"x","y":[{}, null]}', '"x":1e400',
  '"bandwidth":{"ingressRate":1}', '"__proto__":{"name":"no"}', '"portMappings":[null,{"hostPort":80}]', '"":[[]]',
) // prettier-ignore

const jsonObject = fc
  .record({
    setters: fc.array(someSetter, { maxLength: 4 }),
    name: fc.record({ key: spelled('name'), value: label }),
    bystanders: fc.array(bystander, { maxLength: 2 }),
    bystandersFirst: fc.boolean(),
    blanks: fc.array(jsonBlank, { minLength: 4, maxLength: 4 }),
  })
  .map(({ setters, name, bystanders, bystandersFirst, blanks: [a = '', b = '', c = '', d = ''] }) => {
    const all = [...setters, { field: 'name' as const, ...name }]
    const members = all.map(({ key, value }) => `"${key}"${a}:${b}${JSON.stringify(value)}`)
    const ordered = bystandersFirst ? [...bystanders, ...members] : [...members, ...bystanders]
    return { text: `{${c}${ordered.join(`${a},${d}`)}${c}}`, element: elementOf(all) }
  })

/** Last one wins, null does nothing, the older key for the interface only fills a gap. */
function elementOf(setters: readonly { field: Field; value: string | null }[]) {
  const last = (field: Field): string =>
    setters.findLast(setter => setter.field === field && setter.value !== null)?.value ?? ''
  return {
    namespace: last('namespace') || podNamespace,
    name: last('name'),
    interface: last('interface') || last('interfaceRequest'),
  }
}

export const writtenJson: fc.Arbitrary<Written> = fc
  .record({
    objects: fc.array(jsonObject, { maxLength: 4 }),
    blanks: fc.array(jsonBlank, { minLength: 4, maxLength: 4 }),
  })
  .map(({ objects, blanks: [a = '', b = '', c = '', d = ''] }) => ({
    syntax: 'json',
    text: `${a}[${b}${objects.map(({ text }) => text).join(`${c},${b}`)}${c}]${d}`,
    elements: objects.map(({ element }) => element),
  }))

export const written: fc.Arbitrary<Written> = fc.oneof(writtenComma, writtenJson)
