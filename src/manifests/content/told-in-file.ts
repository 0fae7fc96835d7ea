import { networkText } from '../../bonding/network-key.ts'
import type { PolicyFinding } from '../../bonding/rules/judge.ts'
import type { ManifestObject } from '../manifest-object.ts'
import { isSriovNetwork } from '../sriov-network.ts'
import { sriovNetworkPlace } from '../sriov-network-config.ts'
import type { Content } from './gather-content.ts'

/** A finding, and the object in which its author reads it. */
export interface FindingInFile {
  readonly finding: PolicyFinding
  readonly object: ManifestObject
}

/**
 * A finding where it can be mended: in the object that it is about; about a network that is rendered from another
 * object, at the field of that object; about what a network gets from a policy, at the field of the policy.
 *
 * @param judged the object whose judgement this comes from
 */
export function toldInFile(
  finding: PolicyFinding,
  judged: ManifestObject,
  { networks, policies }: Content,
): FindingInFile {
  const { mend } = finding
  const mended = mend && policies.get(networkText(mend.policy))
  if (mended) return { finding: { ...finding, place: { path: mend.path } }, object: mended.object }
  if (finding.object.kind !== 'NetworkAttachmentDefinition') return { finding, object: judged }
  const object = networks.get(networkText(finding.object))?.object ?? judged
  if (!isSriovNetwork(object)) return { finding, object }
  return { finding: { ...finding, place: sriovNetworkPlace(finding.place) }, object }
}
