import type { DecodeRun } from '../go-decode/run.ts'
import { goKind, type GoSlot, type GoType, type Origin } from '../go-decode/type.ts'
import { parseCidr, parseIp } from '../ip-address.ts'
import type { Path } from '../place.ts'

/** containernetworking/cni pkg/types `IPNet`: text in CIDR notation. Its own method reads null as well, and refuses it. */
export const goIpNet: GoType<string | null> = textRead('types.IPNet', text =>
  parseCidr(text) ? undefined : `invalid CIDR address: ${text}`,
)

/** containernetworking/plugins pkg/ip `IP`, behind a pointer that nobody checks: an address, with a prefix length or without. */
export const goIpMaybeNet: GoType<string | null> = textRead('*ip.IP', text =>
  (text.includes('/') ? parseCidr(text) : parseIp(text)) ? undefined : `invalid IP address ${text}`,
)

/** A type that reads text by a method of its own, which ends the decoding where it refuses. */
function textRead(goName: string, refused: (text: string) => string | undefined): GoType<string | null> {
  return { goName, zero: null, slot: () => new TextSlot(goName, refused) }
}

class TextSlot implements GoSlot<string | null> {
  readonly #goName: string
  readonly #refused: (text: string) => string | undefined
  #value: string | null = null
  #origin: Origin | undefined

  constructor(goName: string, refused: (text: string) => string | undefined) {
    this.#goName = goName
    this.#refused = refused
  }

  decode(origin: Origin, run: DecodeRun): void {
    const { node } = origin
    if (node.kind !== 'string' && node.kind !== 'null') {
      run.refuse(origin, goKind(node), this.#goName)
      return
    }
    const text = node.kind === 'string' ? node.value : ''
    const error = this.#refused(text)
    if (error !== undefined) run.stop(origin, error)
    else {
      this.#value = text
      this.#origin = origin
    }
  }

  value(): string | null {
    return this.#value
  }

  find(path: Path, from: number): Origin | undefined {
    return from === path.length ? this.#origin : undefined
  }
}
