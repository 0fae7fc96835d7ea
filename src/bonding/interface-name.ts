import { goTrimSpace, utf8Length } from './go-text.ts'

/** Why no interface can have that name. */
export interface InterfaceNameProblem {
  /** Who stops it: libcni and Multus before any plugin runs, or Linux when the link is made or renamed. */
  readonly by: 'multus' | 'libcni' | 'kernel'
  /** Behind the quoted name: `is longer than 15 bytes`. */
  readonly reason: string
  /** What that program says. */
  readonly upstream: string
}

/** IFNAMSIZ is 16 in Linux, and the last byte ends the text. */
export const longestInterfaceName = 15

/**
 * Can an interface in a pod have this name, whoever asked for it?
 *
 * libcni's ValidateInterfaceName (pkg/utils, v1.3.0), which runs at ADD before any plugin does, then what Linux
 * itself refuses or changes. Names that are taken (`lo`, `eth0`) are legal.
 *
 * @returns undefined where it can
 */
export function interfaceNameProblem(name: string): InterfaceNameProblem | undefined {
  return lengthProblem(name) ?? libcniProblem(name) ?? kernelProblem(name)
}

function lengthProblem(name: string): InterfaceNameProblem | undefined {
  const bytes = utf8Length(name)
  if (bytes === 0) return { by: 'libcni', reason: 'is empty', upstream: 'interface name is empty' }
  if (bytes <= longestInterfaceName) return undefined
  const reason = `has ${bytes} bytes, at most ${longestInterfaceName} are possible`
  // Multus looks the name up before libcni sees it, and netlink has room for 127 bytes.
  if (bytes >= 128) return { by: 'multus', reason, upstream: 'numerical result out of range' }
  return { by: 'libcni', reason, upstream: 'interface name is too long' }
}

function libcniProblem(name: string): InterfaceNameProblem | undefined {
  if (name === '.' || name === '..') {
    return { by: 'libcni', reason: 'means a directory', upstream: 'interface name is . or ..' }
  }
  const found = Array.from(name).find(character => character === '/' || character === ':' || isBlank(character))
  if (found === undefined) return nulProblem(name)
  return {
    by: 'libcni',
    reason: isBlank(found) ? 'contains a blank' : `contains "${found}"`,
    upstream: 'interface name contains / or : or whitespace characters',
  }
}

/** Multus's and libcni's checks let it pass and Linux cuts the name there; then libcni cannot write its cache file. */
function nulProblem(name: string): InterfaceNameProblem | undefined {
  if (!name.includes('\0')) return undefined
  return { by: 'libcni', reason: 'contains a NUL byte', upstream: 'invalid argument' }
}

/** Tried on Linux 6.12 and 6.18. */
function kernelProblem(name: string): InterfaceNameProblem | undefined {
  const refused = (reason: string): InterfaceNameProblem => ({ by: 'kernel', reason, upstream: 'invalid argument' })
  if (name === 'all' || name === 'default') return refused('is the name of a settings directory in /proc/sys/net')
  // `net%d` makes net0, and every later step looks for net%d; any other use is refused.
  if (name.includes('%')) return refused('contains "%", which Linux takes for a pattern')
  const character = Array.from(name).find(hasByteA0)
  return character === undefined
    ? undefined
    : refused(`contains "${character}", a part of which Linux takes for a blank`)
}

function isBlank(character: string): boolean {
  return goTrimSpace(character) === ''
}

/** Linux looks at bytes and takes 0xA0 for Latin-1's no-break space, also inside the UTF-8 of another character (à). */
function hasByteA0(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  const tails = [code & 0x3f, (code >> 6) & 0x3f, (code >> 12) & 0x3f].slice(0, utf8Length(character) - 1)
  return tails.includes(0x20)
}
