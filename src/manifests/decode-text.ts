export type DecodedText =
  | { readonly kind: 'text'; readonly text: string }
  /** `line`: of the first byte that is no UTF-8, from 1. */
  | { readonly kind: 'not-utf-8'; readonly line: number }
  | { readonly kind: 'binary' }

/** A file's bytes as text: UTF-8, or UTF-16 where a byte order mark says so, as kubectl reads it. The mark stays. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return decoded(bytes, 'utf-16le')
  if (first === 0xfe && second === 0xff) return decoded(bytes, 'utf-16be')
  // No text of ours has a NUL, and every archive, image or executable has one near its beginning.
  if (bytes.subarray(0, sample).includes(0)) return { kind: 'binary' }
  return decoded(bytes, 'utf-8')
}

const sample = 8192

function decoded(bytes: Uint8Array, encoding: string): DecodedText {
  try {
    return { kind: 'text', text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes) }
  } catch {
    return encoding === 'utf-8' ? { kind: 'not-utf-8', line: firstBrokenLine(bytes) } : { kind: 'binary' }
  }
}

function firstBrokenLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let line = 1
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, start)
    try {
      decoder.decode(bytes.subarray(start, end === -1 ? bytes.length : end))
    } catch {
      return line
    }
    if (end === -1) break
    start = end + 1
  }
  return line
}
