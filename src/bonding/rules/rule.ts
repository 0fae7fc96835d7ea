import type { AdmittedPod } from '../admitted-pod.ts'
import type { BondNetwork, BondSettings } from '../bond-network.ts'
import type { CauseReason, Certainty, Severity } from '../finding.ts'
import type { LinkNetwork } from '../link-network.ts'
import type { Network } from '../network.ts'
import type { Place } from '../place.ts'
import type { PlannedPod } from '../planned-pod.ts'
import type { Site } from '../site.ts'
import type { PolicyField, SuppliedBond } from '../sriov-policy-bonds.ts'
import type { Workload } from '../workload.ts'
import type { AdmittedPodExample, NetworkExample, PodExample, SriovPolicyExample, WorkloadExample } from './example.ts'

/** A bond whose config reached Bond CNI: what could not be read is not judged further. */
export type ReadableBond = BondNetwork & { readonly settings: BondSettings }

/** What a rule speaks about, and what it is shown. The folder of the rule's file has the same name. */
export interface RuleSubjects {
  /** Any network attachment definition: can Multus and libcni read its config? */
  readonly network: Network
  readonly 'bond-network': ReadableBond
  readonly 'link-network': LinkNetwork
  /** A bond, its links, and the policies that make their virtual functions. Only where all of them are given: files. */
  readonly 'sriov-policy': SuppliedBond
  /** The pod as it will be after injection. */
  readonly pod: PlannedPod
  /** The pod as it is stored, after every other webhook. */
  readonly 'admitted-pod': AdmittedPod
  /** An object that makes pods, around its template. */
  readonly workload: Workload
}

export type RuleObject = keyof RuleSubjects

interface RuleExamples {
  readonly network: NetworkExample
  readonly 'bond-network': NetworkExample
  readonly 'link-network': NetworkExample
  readonly 'sriov-policy': SriovPolicyExample
  readonly pod: PodExample
  readonly 'admitted-pod': AdmittedPodExample
  readonly workload: WorkloadExample
}

export interface ReportOptions {
  /** Default `FieldValueInvalid`. */
  readonly reason?: CauseReason
  /**
   * Networks whose content the message tells. Where one of them is in another namespace than the pod, the message is
   * replaced by the rule's summary: the pod's author may not be able to read that namespace.
   */
  readonly reveals?: readonly Network[]
  /** The fix also says how a site lowers the rule, as long as it has not done so. */
  readonly orLower?: true
  /** The place is on this network instead of on the rule's own subject. */
  readonly on?: Network
  /** It is mended in a policy: who can show that tells it there, instead of at the network that depends on it. */
  readonly mend?: PolicyField
}

/**
 * @param found what is wrong: found and expected; stands alone after the place
 * @param fix imperative, can be pasted
 */
export type Report = (place: Place, found: string, fix: string, options?: ReportOptions) => void

/** A rule is data and one pure function, in one file named after its id, in the folder of its object. */
export interface Rule<O extends RuleObject = RuleObject> {
  readonly id: string
  readonly object: O
  readonly severity: Severity
  readonly certainty: Certainty
  /** Without it there is nothing to inject, so that no setting can lower it. So it is with every refused-at-load. */
  readonly essential?: true
  /** Off unless a site asks for it: right, but more noise than help to most. */
  readonly off?: true
  /** What must hold, in one line. */
  readonly summary: string
  readonly why: string
  /** Where it is written: `repository path:lines`, or the run that showed it. */
  readonly sources: readonly string[]
  /** Each bad one fires this rule and no other; each good one is clean under all rules. */
  readonly examples: { readonly bad: readonly RuleExamples[O][]; readonly good: readonly RuleExamples[O][] }
  check(subject: RuleSubjects[O], report: Report, site: Site): void
}

/** Any rule, whatever it speaks about. */
export type AnyRule = { readonly [O in RuleObject]: Rule<O> }[RuleObject]

export function rule<O extends RuleObject>(definition: Rule<O>): Rule<O> {
  return definition
}

/** Can no setting lower it? Either a program below us refuses it all the same, or nothing could be planned without it. */
export function isFixed({ essential, certainty }: AnyRule): boolean {
  return essential === true || certainty === 'refused-at-load'
}
