import type { AddressInfo } from 'node:net'

export interface Address {
  /** Without brackets: `::`, `127.0.0.1`, `localhost`. */
  readonly host: string
  /** 0: any that is free. */
  readonly port: number
}

export type Listening =
  | { readonly kind: 'listening'; readonly address: Address }
  /** One sentence without its full stop. */
  | { readonly kind: 'failed'; readonly problem: string }

/** As much of a Fastify instance as listening needs. */
interface Listener {
  listen(address: Address): Promise<string>
  readonly server: { address(): AddressInfo | string | null }
}

/** What the system says where it has no IPv6: compiled out, or switched off. */
const withoutIPv6 = ['EAFNOSUPPORT', 'EADDRNOTAVAIL', 'EINVAL']

/**
 * Listens; on machines without IPv6, "all addresses" means all of IPv4. `localhost` is one address: for that name
 * Fastify would open a second server, which knows neither new certificates nor how to stop in time.
 */
export async function listen(app: Listener, wanted: Address): Promise<Listening> {
  try {
    await app.listen({ host: wanted.host === 'localhost' ? '127.0.0.1' : wanted.host, port: wanted.port })
  } catch (error) {
    const code = codeOf(error)
    if (wanted.host === '::' && withoutIPv6.includes(code)) return listen(app, { ...wanted, host: '0.0.0.0' })
    return { kind: 'failed', problem: problemOf(code, wanted, error) }
  }
  const bound = app.server.address()
  // A pipe has no address, and nothing at all is a server that was closed meanwhile: neither can be here.
  if (bound === null || typeof bound === 'string') throw new Error('listening, but under no address')
  return { kind: 'listening', address: { host: bound.address, port: bound.port } }
}

export function formatAddress({ host, port }: Address): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`
}

function problemOf(code: string, wanted: Address, error: unknown): string {
  const where = formatAddress(wanted)
  switch (code) {
    case 'EADDRINUSE':
      return `${where} is in use`
    case 'EACCES':
      return `${where} needs a permission that this process does not have`
    case 'EADDRNOTAVAIL':
      return `${where} is not an address of this machine`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `${wanted.host} is not a name that this machine can resolve`
    default:
      return `${where} cannot be listened on (${error instanceof Error ? error.message : String(error)})`
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
