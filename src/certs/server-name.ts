import { isIP } from 'node:net'

/** The names under which a client on the same machine finds us. */
export const localNames = ['localhost', '127.0.0.1', '::1'] as const

export function isAddress(name: string): boolean {
  return isIP(name) !== 0
}

/**
 * Can this stand in a certificate: an IP address or a DNS name (RFC 1123)? selfsigned escapes nothing, so whatever
 * passes here goes into the certificate as it is.
 */
export function isServerName(name: string): boolean {
  if (isAddress(name)) return !name.includes('%')
  return name.length <= 253 && name.split('.').every(label => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i.test(label))
}
