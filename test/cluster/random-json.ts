import fc from 'fast-check'
import { blanks, keyText, type JsonText, mostly, scalarText, stringText } from './random-json-scalar.ts'

const colon = mostly([':'], [': '], ['', '=', '::'])
const anyKey = fc.oneof(stringText, fc.constantFrom('"a"', '"b"', '"A"', '"__proto__"', '"constructor"', '"10"', '"2"'))

/** Any value, a few levels deep. */
export const valueText: JsonText = fc.letrec<{ value: string }>(tie => ({
  value: fc.oneof({ maxDepth: 3 }, scalarText, listText(tie('value')), objectText(fc.tuple(anyKey, tie('value')))),
})).value

export function listText(element: JsonText, maxLength = 3): JsonText {
  const elements = fc.array(spaced(element), { maxLength })
  return fc.tuple(elements, closing(']')).map(([texts, end]) => `[${texts.join(',')}${end}`)
}

/** An object of these members: key and value, as text. */
export function objectText(member: fc.Arbitrary<readonly [string, string]>, maxLength = 4): JsonText {
  const memberText = fc
    .tuple(member, blanks, colon)
    .map(([[key, value], blank, between]) => `${key}${blank}${between}${value}`)
  const members = fc.array(spaced(memberText), { maxLength })
  return fc.tuple(members, closing('}')).map(([texts, end]) => `{${texts.join(',')}${end}`)
}

/** An object with some of these fields: in any order and spelling, repeated, and now and then of another type. */
export function recordText(fields: Readonly<Record<string, JsonText>>, maxLength = 4): JsonText {
  const member = fc.constantFrom(...Object.entries(fields)).chain(([key, value]) => {
    const odd = fc.oneof(fc.constant('null'), valueText)
    return fc.tuple(keyText(key), fc.oneof({ arbitrary: value, weight: 30 }, { arbitrary: odd, weight: 3 }))
  })
  return objectText(member, maxLength)
}

/** One text in six has one character too many, too few or another one. All are text that UTF-8 can hold. */
export function damaged(json: JsonText): JsonText {
  const stroke = fc.constantFrom('[', ']', '{', '}', '"', ',', ':', '\\', ' ', '0', 'e', '-', '\u0000', 'é', '')
  const broken = fc.tuple(json, fc.nat(), stroke, fc.boolean()).map(([text, position, put, keep]) => {
    const at = position % (text.length + 1)
    return text.slice(0, at) + put + text.slice(keep ? at : at + 1)
  })
  return fc.oneof({ arbitrary: json, weight: 5 }, broken).map(text => text.toWellFormed())
}

function spaced(json: JsonText): JsonText {
  return fc.tuple(blanks, json, blanks).map(parts => parts.join(''))
}

function closing(bracket: string): JsonText {
  return mostly([bracket], [], [`,${bracket}`, '', bracket + bracket])
}
