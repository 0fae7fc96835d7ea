import { X509Certificate } from 'node:crypto'
import { isAddress } from './server-name.ts'

/** The first of these names that the certificate is not for. */
export function missingName(cert: string, names: readonly string[]): string | undefined {
  const certificate = new X509Certificate(cert)
  return names.find(name => (isAddress(name) ? certificate.checkIP(name) : certificate.checkHost(name)) === undefined)
}

/** The names that a certificate of ours is for: nothing in them needs the quotes that Node writes around odd ones. */
export function namesIn(cert: string): readonly string[] {
  const { subjectAltName = '' } = new X509Certificate(cert)
  return subjectAltName.split(', ').map(name => name.replace(/^(DNS|IP Address):/, ''))
}
