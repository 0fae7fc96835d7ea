import { around, keyOf, quote } from './scene.ts'
import type { Recognise } from './scene.ts'

/** A second colon on a line, in a value without quotes: `description: bond: two links`. */
export const secondColon: Recognise = scene => {
  const [line] = around(scene, 0, 0)
  const { failure } = scene
  const key = line && keyOf(line)
  if (key === undefined || failure.kind !== 'BLOCK_AS_IMPLICIT_KEY' || !/^[^"'[{].*:(?:\s|$)/.test(key.rest))
    return undefined
  return {
    cause: 'syntax',
    offset: failure.offset,
    message: `the value of \`${key.key}\` has a colon followed by a blank, which makes it look like a second key`,
    fix: `Put it in quotes: ${key.key}: ${JSON.stringify(key.rest)}`,
  }
}

/** A line that should be a key and has no colon, or none with a blank behind it: `name:bond-net1`. */
export const missingColon: Recognise = ({ lines, failedAt, failure }) => {
  const line = lines[failedAt]
  if (line === undefined || (failure.kind !== 'MULTILINE_IMPLICIT_KEY' && failure.kind !== 'MISSING_CHAR'))
    return undefined
  return { cause: 'syntax', offset: failure.offset, ...withoutColon(line.text.trim()) }
}

function withoutColon(text: string): { readonly message: string; readonly fix: string } {
  const [, key, value] = /^(?:-\s+)*([\w.-]+):([^\s:/].*)$/.exec(text) ?? []
  if (key !== undefined && value !== undefined) {
    return { message: `there is no blank behind the colon of ${quote(text)}`, fix: `Write ${key}: ${value}` }
  }
  if (text.startsWith('- ')) {
    return { message: `the list item ${quote(text)} stands beside keys`, fix: 'Indent it under the key it belongs to' }
  }
  return {
    message: `${quote(text)} is neither a key with a colon nor part of the line above`,
    fix: 'Write a colon and a blank behind the key, or indent the line under the one it belongs to',
  }
}

/** `-name: a`, which is a key that begins with a dash. */
export const missingBlankBehindDash: Recognise = scene => {
  for (const line of around(scene, 1, 1)) {
    const [, item] = /^\s*-([A-Za-z][\w.-]*:(?:\s.*)?)$/.exec(line.text) ?? []
    if (item === undefined || line.inside !== undefined) continue
    return {
      cause: 'syntax',
      offset: line.start + line.indent,
      message: `there is no blank behind the dash of ${quote(line.text)}`,
      fix: `Write - ${item}`,
    }
  }
  return undefined
}
