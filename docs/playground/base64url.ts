/** Bytes as text that an address can carry as it is (RFC 4648, section 5), without padding. */
export function toBase64url(bytes: Uint8Array): string {
  // In pieces: as many arguments as a text can have bytes do not fit on the stack.
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += piece) pieces.push(String.fromCharCode(...bytes.subarray(at, at + piece)))
  return btoa(pieces.join('')).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

const piece = 0x8000

/** @returns undefined for what is no such text */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return undefined
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, char => char.charCodeAt(0))
}
