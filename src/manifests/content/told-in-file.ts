import type { Finding } from '../../bonding/finding.ts'
import { networkText } from '../../bonding/network-key.ts'
import type { ManifestObject } from '../manifest-object.ts'
import { isSriovNetwork } from '../sriov-network.ts'
import { sriovNetworkPlace } from '../sriov-network-config.ts'
import type { Content } from './gather-content.ts'

/** A finding, and the object in which its author reads it. */
export interface FindingInFile {
  readonly finding: Finding
  readonly object: ManifestObject
}

/**
 * A finding where it can be mended: in the object that it is about; about a network that is rendered from another
 * object, at the field of that object.
 *
 * @param judged the object whose judgement this comes from
 */
export function toldInFile(finding: Finding, judged: ManifestObject, { networks }: Content): FindingInFile {
  if (finding.object.kind !== 'NetworkAttachmentDefinition') return { finding, object: judged }
  const object = networks.get(networkText(finding.object))?.object ?? judged
  if (!isSriovNetwork(object)) return { finding, object }
  return { finding: { ...finding, place: sriovNetworkPlace(finding.place) }, object }
}
