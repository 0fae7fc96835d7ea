import assert from 'node:assert/strict'
import fc from 'fast-check'
import t, { type Test } from 'tap'
import { type NetworksList, readCommaList, readNetworksAnnotation } from '../../../src/bonding/networks-annotation.ts'
import { type Attachment, editNetworksAnnotation } from '../../../src/bonding/networks-annotation/edit.ts'
import { podNamespace, type Written, written, writtenComma } from '../written-networks.ts'

/** One assertion for a property; the examples in it assert by throwing, so that fast-check can shrink the failing one. */
function hold(t: Test, property: fc.IRawProperty<unknown>, numRuns = 1000) {
  fc.assert(property, { seed: 20260901, numRuns })
  t.pass(`held ${numRuns} times`)
}

function parse(text: string): NetworksList {
  const list = readNetworksAnnotation(text, podNamespace)
  if (list.kind === 'unreadable') throw new Error(`${JSON.stringify(text)}: ${list.found}`)
  return list
}

function elementsOf(list: NetworksList) {
  return list.elements.map(({ namespace, name, interface: interfaceName }) => ({
    namespace,
    name,
    interface: interfaceName,
  }))
}

const name = fc.constantFrom('net1', 'net2', 'bond0', 'x')

/** Names for some of the elements that have none, and attachments to append. */
const editOf = (list: NetworksList) =>
  fc.record({
    names: fc.tuple(...list.elements.map(element => (element.slot ? fc.option(name) : fc.constant(null)))),
    append: fc.array(
      fc.oneof(
        fc.record({ name: fc.constantFrom('sriovnet1', 'b'), interface: name }),
        fc.record({ name: fc.constantFrom('sriovnet2', 'c'), interface: name, namespace: fc.constant('x') }),
      ),
      { maxLength: 3 },
    ),
  })

const edited = written.chain(author =>
  editOf(parse(author.text)).map(({ names, append }) => ({
    author,
    names,
    append,
    text: apply(author, names, append),
  })),
)

function apply({ text }: Written, names: readonly (string | null)[], append: readonly Attachment[]): string {
  const given = names.flatMap((name, index): [number, string][] => (name === null ? [] : [[index, name]]))
  const result = editNetworksAnnotation(parse(text), { names: new Map(given), append })
  if (result.kind === 'not-expressible') throw new Error(`not expressible: ${result.attachment.name}`)
  return result.text
}

/** What may have been inserted, in order; each as the alternatives that the author's text leaves. */
function insertions({ syntax, elements }: Written, names: readonly (string | null)[], append: readonly Attachment[]) {
  const given = names.filter(name => name !== null)
  const named = given.map(name => (syntax === 'comma' ? [`@${name}`, name] : [`,"interface":"${name}"`]))
  const appended = append.map(({ namespace, name, interface: interfaceName }) =>
    syntax === 'comma'
      ? `${namespace === undefined ? '' : `${namespace}/`}${name}@${interfaceName}`
      : `{"name":"${name}",${namespace === undefined ? '' : `"namespace":"${namespace}",`}"interface":"${interfaceName}"}`,
  )
  if (appended.length === 0) return named
  return [...named, [`${elements.length === 0 ? '' : ','}${appended.join(',')}`]]
}

/** Is `text` the author's with exactly these insertions, each somewhere, in order? */
function isOnlyInserted(author: string, text: string, inserted: readonly (readonly string[])[]): boolean {
  const [next, ...rest] = inserted
  if (next === undefined) return text === author
  for (let kept = 0; kept <= author.length && text.startsWith(author.slice(0, kept)); kept++) {
    for (const insertion of next) {
      if (!text.startsWith(insertion, kept)) continue
      if (isOnlyInserted(author.slice(kept), text.slice(kept + insertion.length), rest)) return true
    }
  }
  return false
}

t.test('every list is read as it was meant', async t => {
  const property = fc.property(written, ({ syntax, text, elements }) => {
    const list = parse(text)
    assert.equal(list.syntax, syntax, text)
    assert.deepEqual(elementsOf(list), elements, text)
    for (const { span, name } of list.elements) {
      const piece = text.slice(span.start, span.end)
      assert.ok(piece.includes(name) && piece.trim() === piece, `the span of ${name}`)
    }
  })
  hold(t, property)
})

t.test('our own annotations read the comma form just as well', async t => {
  const property = fc.property(writtenComma, ({ text, elements }) => {
    const list = readCommaList(text, podNamespace)
    assert.deepEqual(list.kind === 'list' && elementsOf(list), elements, text)
  })
  hold(t, property)
})

t.test('an edited list is read as it was, with the names and attachments that were given', async t => {
  const property = fc.property(edited, ({ author, names, append, text }) => {
    const expected = [
      ...author.elements.map((element, index) => ({ ...element, interface: names[index] ?? element.interface })),
      ...append.map(attachment => ({ namespace: podNamespace, ...attachment })),
    ]
    assert.deepEqual(elementsOf(parse(text)), expected, text)
  })
  hold(t, property)
})

t.test('an edited list is the text of its author, into which was only inserted', async t => {
  const property = fc.property(edited, ({ author, names, append, text }) => {
    assert.ok(isOnlyInserted(author.text, text, insertions(author, names, append)), text)
  })
  hold(t, property)
})

t.test('an edit of nothing changes nothing, before and after another edit', async t => {
  const nothing = { names: new Map<number, string>(), append: [] }
  const property = fc.property(edited, ({ author, text }) => {
    assert.deepEqual(editNetworksAnnotation(parse(author.text), nothing), { kind: 'edited', text: author.text })
    assert.deepEqual(editNetworksAnnotation(parse(text), nothing), { kind: 'edited', text })
  })
  hold(t, property)
})

const noise = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...Array.from('[]{}",:@/ \n\tab1\\nul-.\u00a0')), maxLength: 40 }),
  // A good list with one character too many or too few.
  fc
    .record({
      list: written,
      at: fc.nat(),
      put: fc.constantFrom('', '"', ',', '[', '}', '@', '/', ' ', '\\', '\ud800'),
    })
    .map(
      ({ list: { text }, at, put }) =>
        text.slice(0, at % text.length) + put + text.slice((at % text.length) + (put === '' ? 1 : 0)),
    ),
)

t.test('whatever stands there is read or refused in one line that points into it', async t => {
  const property = fc.property(noise, text => {
    for (const list of [readNetworksAnnotation(text, podNamespace), readCommaList(text, podNamespace)]) {
      if (list.kind === 'list') assert.equal(list.text, text)
      else {
        assert.ok(0 <= list.span.start && list.span.start <= list.span.end && list.span.end <= text.length, text)
        assert.ok(list.found !== '' && list.fix !== '', text)
        assert.doesNotMatch(list.found + list.fix + list.multus, /[\n\r]/, text)
      }
    }
  })
  hold(t, property, 3000)
})
