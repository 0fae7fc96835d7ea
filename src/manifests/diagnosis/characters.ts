import { visibleText } from '../visible-text.ts'
import { around } from './scene.ts'
import type { Recognise } from './scene.ts'

/** A blank that only looks like one, before a key or behind its colon. */
export const wrongBlank: Recognise = scene => {
  for (const line of around(scene, 1, 0)) {
    const found =
      /^[ \t]*([\xA0\u1680\u2000-\u200B\u202F\u205F\u2060\u3000\uFEFF])|[:-]([\xA0\u2000-\u200B\u202F\u3000])/.exec(
        line.text,
      )
    const char = found?.[1] ?? found?.[2]
    if (found === null || char === undefined || line.inside !== undefined) continue
    return {
      cause: 'character',
      offset: line.start + found[0].length - 1 + found.index,
      message: `the character ${visibleText(char)}, which is no blank to YAML`,
      fix: 'Replace it by a blank, here and in the other lines',
    }
  }
  return undefined
}

/** Characters that cannot stand where they stand: tabs, control characters, those that YAML reserves. */
export const character: Recognise = ({ source, failure: { kind, offset } }) => {
  const char = source.text.charAt(offset)
  switch (kind) {
    case 'tab':
    case 'TAB_AS_INDENT': {
      const before = /^\t\s*#/.test(source.text.slice(offset)) ? ', also before a comment' : ''
      return {
        cause: 'tab',
        offset,
        message: `a tab where YAML wants blanks${before}`,
        fix: 'Replace the tabs at the beginning of lines by blanks',
      }
    }
    case 'control-character': {
      const code = char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
      return {
        cause: 'character',
        offset,
        message: `the control character U+${code}, which YAML refuses everywhere`,
        fix: 'Take it out, or write it as an escape sequence in double quotes',
      }
    }
    case 'nothing-before-end':
      return {
        cause: 'syntax',
        offset,
        message: 'a line ... ends a document, and there is none in front of it',
        fix: 'Write --- instead, or take the line out',
      }
    case 'reserved-character':
      return {
        cause: 'character',
        offset,
        message: `nothing can begin with ${char} here`,
        fix: `Put the value in quotes, if it is to begin with ${char}`,
      }
    default:
      return undefined
  }
}
