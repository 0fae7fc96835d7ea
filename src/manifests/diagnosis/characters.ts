import type { Recognise } from './scene.ts'

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
