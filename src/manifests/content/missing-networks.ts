import type { Finding } from '../../bonding/finding.ts'
import type { Content } from './gather-content.ts'

/**
 * - `no-networks`: a network is missing, and the files hold none
 * - `networks-unread`: a network is missing, and something could not be read
 */
export type MissingNetworksHint = 'no-networks' | 'networks-unread'

const missing: ReadonlySet<string> = new Set(['bond-network-exists', 'bond-to-choose', 'link-network-exists'])

/** What explains all findings about networks that are not there at once. */
export function missingNetworksHint(
  findings: readonly Pick<Finding, 'rule'>[],
  { networks, problems }: Content,
): MissingNetworksHint | undefined {
  if (!findings.some(({ rule }) => missing.has(rule))) return undefined
  if (problems.some(({ severity }) => severity === 'error')) return 'networks-unread'
  return networks.size === 0 ? 'no-networks' : undefined
}
