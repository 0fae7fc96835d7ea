import type { AdmittedPod } from '../admitted-pod.ts'
import type { Finding, ObjectReference, Severity } from '../finding.ts'
import type { Network } from '../network.ts'
import type { PlannedPod } from '../planned-pod.ts'
import type { Policy } from '../policy.ts'
import { defaultSite, type Site } from '../site.ts'
import type { PolicyField, SuppliedBond } from '../sriov-policy-bonds.ts'
import type { Workload } from '../workload.ts'
import { rules as allRules } from './catalogue.ts'
import { knownPath } from './known-path.ts'
import type { AnyRule, ReadableBond, Report } from './rule.ts'

/** Applies the rules. It alone knows how a rule's report becomes a finding. */
export interface Judge {
  /** Verdicts on networks are remembered as long as the network lives: one version of an object is judged once. */
  networks(networks: Iterable<Network>, readersNamespace: string): readonly Finding[]
  /** About files, whose reader may see all of them: nothing is cut out. */
  policies(bond: SuppliedBond): readonly PolicyFinding[]
  pod(planned: PlannedPod): readonly Finding[]
  admitted(pod: AdmittedPod): readonly Finding[]
  workload(workload: Workload): readonly Finding[]
}

/** A finding about a network, and the field of the policy where it is mended, if it is not mended in the network. */
export interface PolicyFinding extends Finding {
  readonly mend?: PolicyField
}

/** Findings of one rule about one network: a config of a megabyte makes a hundred thousand, all of them in each answer. */
const mostOfRule = 10

type Severities = ReadonlyMap<string, Severity | 'off'>

/** What a reader in another namespace may not see is cut out by this. */
interface Reported {
  readonly finding: PolicyFinding
  /** What is said instead. */
  readonly summary: string
  readonly reveals: readonly Network[]
}

/** The judge that a site's policy asks for. */
export function judgeOf(policy: Policy): Judge {
  return createJudge(policy.severities, allRules, policy)
}

/** @param severities by rule id, where they differ from the rule's own; checked by `checkSeverities` */
export function createJudge(
  severities: Severities,
  rules: readonly AnyRule[] = allRules,
  site: Site = defaultSite,
): Judge {
  const active = rules.filter(rule => chosenSeverity(rule, severities) !== 'off')
  const ofPods = active.filter(rule => rule.object === 'pod')
  const ofPolicies = active.filter(rule => rule.object === 'sriov-policy')
  const ofAdmittedPods = active.filter(rule => rule.object === 'admitted-pod')
  const ofWorkloads = active.filter(rule => rule.object === 'workload')
  const ofNetworks = active.filter(
    rule => rule.object !== 'pod' && rule.object !== 'admitted-pod' && rule.object !== 'workload',
  )
  const remembered = new WeakMap<Network, readonly Reported[]>()
  const verdictOn = (network: Network): readonly Reported[] => {
    const known = remembered.get(network)
    if (known) return known
    const verdict = ofNetworks.flatMap(rule => shortened(checkNetwork(rule, network, severities, site)))
    remembered.set(network, verdict)
    return verdict
  }
  return {
    networks: (networks, readersNamespace) =>
      [...networks].flatMap(verdictOn).map(reported => cutOut(reported, readersNamespace)),
    policies(bond) {
      const collected: Reported[] = []
      for (const rule of ofPolicies) {
        rule.check(bond, reporter(rule, bond.network.reference, [], severities, collected), site)
      }
      return collected.map(({ finding }) => finding)
    },
    pod(planned) {
      const collected: Reported[] = []
      for (const rule of ofPods) {
        rule.check(planned, reporter(rule, planned.pod.reference, [], severities, collected), site)
      }
      return collected.map(reported => cutOut(reported, planned.pod.namespace))
    },
    admitted(admitted) {
      const collected: Reported[] = []
      for (const rule of ofAdmittedPods) {
        rule.check(admitted, reporter(rule, admitted.pod.reference, [], severities, collected), site)
      }
      return collected.map(reported => cutOut(reported, admitted.pod.namespace))
    },
    workload(workload) {
      const collected: Reported[] = []
      for (const rule of ofWorkloads) {
        rule.check(workload, reporter(rule, workload.reference, [], severities, collected), site)
      }
      return collected.map(({ finding }) => finding)
    },
  }
}

function checkNetwork(rule: AnyRule, network: Network, severities: Severities, site: Site): readonly Reported[] {
  const collected: Reported[] = []
  const report = reporter(rule, network.reference, [network], severities, collected)
  switch (rule.object) {
    case 'network':
      rule.check(network, report, site)
      break
    case 'bond-network':
      if (isReadableBond(network)) rule.check(network, report, site)
      break
    case 'link-network':
      if (network.kind === 'link') rule.check(network, report, site)
      break
    case 'sriov-policy':
    case 'pod':
    case 'admitted-pod':
    case 'workload':
      break
  }
  return collected
}

function chosenSeverity({ id, off, severity }: AnyRule, severities: Severities): Severity | 'off' {
  return severities.get(id) ?? (off ? 'off' : severity)
}

function isReadableBond(network: Network): network is ReadableBond {
  return network.kind === 'bond' && network.settings !== undefined
}

function shortened(reported: readonly Reported[]): readonly Reported[] {
  const last = reported[mostOfRule - 1]
  if (last === undefined || reported.length === mostOfRule) return reported
  const message = `${last.finding.message} (and ${reported.length - mostOfRule} more like it)`
  return [...reported.slice(0, mostOfRule - 1), { ...last, finding: { ...last.finding, message } }]
}

function reporter(
  rule: AnyRule,
  subject: ObjectReference,
  revealsAlways: readonly Network[],
  severities: Severities,
  collected: Reported[],
): Report {
  return (place, message, fix, options = {}) => {
    // Looked up only now: nearly all rules have nothing to report on nearly all objects.
    const chosen = chosenSeverity(rule, severities)
    if (chosen === 'off') return
    collected.push({
      summary: rule.summary,
      reveals: [...revealsAlways, ...(options.reveals ?? [])],
      finding: {
        rule: rule.id,
        severity: chosen,
        certainty: rule.certainty,
        object: options.on?.reference ?? subject,
        place,
        reason: options.reason ?? 'FieldValueInvalid',
        message,
        why: rule.why,
        fix: options.orLower && chosen === 'error' ? `${fix}, or run with --rule ${rule.id}=warning` : fix,
        ...(options.mend && { mend: options.mend }),
      },
    })
  }
}

/** About a network of another namespace a message names the rule and the field, never the content. */
function cutOut({ finding, summary, reveals }: Reported, readersNamespace: string): Finding {
  const hidden = reveals.find(network => network.reference.namespace !== readersNamespace)
  if (!hidden) return finding
  const { namespace, name } = hidden.reference
  const { object, place } = finding
  const path = object.kind === 'NetworkAttachmentDefinition' ? knownPath(place.path) : place.path
  return {
    ...finding,
    place: path.length === place.path.length ? place : { path },
    message: `does not hold: ${summary}`,
    fix:
      finding.object.kind === 'Pod'
        ? `Correct the annotations of the pod, or ask the owner of ${namespace}/${name}`
        : `Ask the owner of ${namespace}/${name}`,
  }
}
