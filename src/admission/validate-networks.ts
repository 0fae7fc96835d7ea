import { warningsOfIgnored } from '../bonding/ignored.ts'
import { fieldsOf } from '../bonding/json-fields.ts'
import { warningText } from '../bonding/layout.ts'
import type { Network } from '../bonding/network.ts'
import type { NetworkVerdict } from '../bonding/network-verdict.ts'
import { networkOf } from '../cluster/network-store.ts'
import { wireNetwork } from '../cluster/wire-network.ts'
import { allowed, denied, spoken, untouched } from './answer.ts'
import type { Handler } from './handler.ts'
import { refusalOf } from './refusal.ts'
import type { AdmissionRequest } from './request.ts'

/**
 * `/validate/networks`: tells the author of a network attachment definition what is wrong with it while it is made or
 * its config changes. Deleting it and changes of its metadata are never in the way, however bad it is.
 */
export function validateNetworks(judge: (network: Network) => NetworkVerdict): Handler {
  return request => {
    if (!changesConfig(request)) return untouched('no-config-change')
    const wire = wireNetwork(request.object)
    if (!wire) return untouched('unreadable-network')
    const network = networkOf(wire)
    const { errors, warnings, ignored } = judge(network)
    const rules = spoken([...errors, ...warnings], ignored)
    const texts = [...warningsOfIgnored(ignored), ...warnings].map(warningText)
    if (errors.length === 0) return allowed({ verdict: 'unchanged', bonds: [], ...rules }, texts)
    return denied(refusalOf(network.reference, errors), { verdict: 'refused', bonds: [], ...rules }, texts)
  }
}

function changesConfig({ operation, kind, subResource, object, oldObject }: AdmissionRequest): boolean {
  if (kind.group !== 'k8s.cni.cncf.io' || kind.kind !== 'NetworkAttachmentDefinition' || subResource !== '')
    return false
  return operation === 'CREATE' || (operation === 'UPDATE' && configOf(object) !== configOf(oldObject))
}

function configOf(object: unknown): unknown {
  return fieldsOf(fieldsOf(object)?.['spec'])?.['config']
}
