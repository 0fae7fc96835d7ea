import { isServerName } from '../certs/server-name.ts'
import type { Address } from '../server/listen.ts'
import { value, wrong, type Reader, type Reading } from './flag.ts'

/** A path or any other text: whether it leads anywhere is found out by whoever opens it. */
export function text(given: string): Reading<string> {
  return value(given)
}

export function oneOf<const T extends string>(...known: readonly T[]): Reader<T> {
  const read = (given: string) => {
    const found = known.find(one => one === given)
    return found === undefined ? wrong(known.join(', ').replace(/, (?=[\w-]+$)/, ' or '), given) : value(found)
  }
  return Object.assign(read, { choices: known })
}

/** A list with commas, each trimmed and none twice; empty ends and nothing at all are mistakes. */
export function commaList<T>(read: Reader<T>): Reader<readonly T[]> {
  const readAll = (given: string): Reading<readonly T[]> => {
    const values = new Set<T>()
    for (const item of given.split(',')) {
      const reading = read(item.trim())
      if (reading.kind === 'wrong') return reading
      values.add(reading.value)
    }
    return value([...values])
  }
  return Object.assign(readAll, { list: true as const, ...(read.choices && { choices: read.choices }) })
}

/** `HOST:PORT`, `[IPv6]:PORT`, or `:PORT` for all addresses. */
export function address(given: string): Reading<Address> {
  const [, bracketed, plain, port] = /^(?:\[([0-9a-f:.]+)\]|([^:[\]\s]*)):(\d{1,5})$/i.exec(given) ?? []
  if (port === undefined || Number(port) > 65535) return wrong('HOST:PORT, such as 127.0.0.1:8443 or [::]:8443', given)
  return value({ host: bracketed ?? (plain || '::'), port: Number(port) })
}

/** A namespace is a DNS label (RFC 1123). */
export function namespace(given: string): Reading<string> {
  const valid = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(given)
  return valid ? value(given) : wrong('the name of a namespace (lower case letters, digits and -)', given)
}

export function serverName(given: string): Reading<string> {
  return isServerName(given) ? value(given) : wrong('a DNS name or an IP address', given)
}

export function secondsOrNone(given: string): Reading<number> {
  return /^\d{1,6}$/.test(given) ? value(Number(given)) : wrong('a whole number of seconds', given)
}

export function seconds(given: string): Reading<number> {
  const whole = /^\d{1,6}$/.test(given) ? Number(given) : 0
  return whole > 0 ? value(whole) : wrong('a whole number of seconds, at least 1', given)
}
