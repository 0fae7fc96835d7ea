import type { Pod } from '../../bonding/pod.ts'
import { sriovPolicyRules } from '../../bonding/rules/sriov-policy/all.ts'
import type { PolicyJudge } from '../../bonding/sriov-policy-verdict.ts'
import { readHeldPod } from '../../bonding/workload.ts'
import type { Content } from '../content/gather-content.ts'
import { holderOf } from '../content/holder-of.ts'
import { type FindingInFile, toldInFile } from '../content/told-in-file.ts'
import type { ManifestObject } from '../manifest-object.ts'

export interface PolicyJudges {
  readonly judgePolicies: PolicyJudge
  /** Of objects that name none. */
  readonly namespace: string
}

/** Asks the rules about the policies of some files, with the bonds and the pods beside them. */
export function judgePolicies(content: Content, { judgePolicies, namespace }: PolicyJudges): readonly FindingInFile[] {
  if (content.policies.size === 0) return []
  const objects = content.files.flatMap(file => file.objects)
  const findings = judgePolicies({
    networks: [...content.networks.values()].map(({ network }) => network),
    catalogue: content.catalogue,
    pods: objects.flatMap(object => podIn(object, namespace) ?? []),
    policies: [...content.policies.values()].map(({ policy }) => policy),
  })
  return findings.flatMap(finding => {
    const { namespace, name } = finding.object
    const judged = content.networks.get(`${namespace}/${name}`)
    return judged ? [toldInFile(finding, judged.object, content)] : []
  })
}

/** How many rules could not be asked, where there are bonds of virtual functions and no policy. */
export function uncheckedRules({ networks, policies }: Content): number {
  if (policies.size > 0) return 0
  const all = [...networks.values()].map(({ network }) => network)
  const bonded = all.some(({ kind }) => kind === 'bond')
  const supplied = all.some(network => network.kind === 'link' && network.discoverable)
  return bonded && supplied ? sriovPolicyRules.length : 0
}

function podIn(object: ManifestObject, namespace: string): Pod | undefined {
  const holder = holderOf(object)
  return holder && readHeldPod(object.value, holder, namespace)?.pod
}
