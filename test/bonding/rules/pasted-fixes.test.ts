import t from 'tap'
import type { Finding } from '../../../src/bonding/finding.ts'
import { NetworkTable } from '../../../src/bonding/network-table.ts'
import { type NetworkAttachmentDefinition, readNetwork } from '../../../src/bonding/network.ts'
import { createPlanner } from '../../../src/bonding/plan.ts'
import { readPod } from '../../../src/bonding/pod.ts'
import { defaultPolicy } from '../../../src/bonding/policy.ts'
import { rules } from '../../../src/bonding/rules/catalogue.ts'
import type { PodExample } from '../../../src/bonding/rules/example.ts'
import { podOfExample } from '../../../src/bonding/rules/example-objects.ts'

type Annotations = Readonly<Record<string, string>>

function findingsOn(
  example: PodExample,
  annotations: Annotations,
  networks: readonly NetworkAttachmentDefinition[],
): readonly Finding[] {
  const { rules: severities = {}, ...settings } = typeof example === 'string' ? {} : (example.settings ?? {})
  const { pod } = podOfExample(example)
  const read = readPod({ ...pod, metadata: { ...metadataOf(pod), annotations } }, 'demo')
  if (!read) throw new Error('no pod')
  const policy = { ...defaultPolicy, ...settings, severities: new Map(Object.entries(severities)) }
  const verdict = createPlanner(policy)(read, new NetworkTable(networks.map(readNetwork)))
  return verdict.kind === 'refused' ? [...verdict.errors, ...verdict.warnings] : verdict.warnings
}

function metadataOf(pod: Readonly<Record<string, unknown>>): object {
  const { metadata } = pod
  return typeof metadata === 'object' && metadata ? metadata : {}
}

function annotationsOf(pod: Readonly<Record<string, unknown>>): Annotations {
  const metadata: { annotations?: Annotations } = metadataOf(pod)
  return metadata.annotations ?? {}
}

/** The annotations after the author did what the fix says; undefined where it is no text to paste. */
function pasted({ fix, place, object }: Finding, annotations: Annotations): Annotations | undefined {
  const [, whole, text] = /(\S+\.io\/(?:links|bonds|networks)): (\[.*\]|[^\s<]+)/.exec(fix) ?? []
  if (whole !== undefined && text !== undefined && !fix.includes('<')) return { ...annotations, [whole]: text }
  const [, element] = /^Write (\{.*\}|\S+@\S+)$/.exec(fix) ?? []
  const [, kind, key] = place.path
  if (element === undefined || object.kind !== 'Pod' || kind !== 'annotations' || typeof key !== 'string')
    return undefined
  const before = annotations[key] ?? ''
  const { start, end } = place.span ?? { start: 0, end: before.length }
  return { ...annotations, [key]: before.slice(0, start) + element + before.slice(end) }
}

/** Errors that are left when the author pastes the fix, and then the one of the next finding; what could not be read hides others. */
function errorsLeft(example: PodExample, finding: Finding, annotations: Annotations): readonly Finding[] {
  const { networks } = podOfExample(example)
  let text = pasted(finding, annotations) ?? annotations
  for (let round = 0; round < 2; round++) {
    const [next] = findingsOn(example, text, networks).filter(({ severity }) => severity === 'error')
    text = next ? (pasted(next, text) ?? text) : text
  }
  return findingsOn(example, text, networks).filter(({ severity }) => severity === 'error')
}

let tried = 0
for (const rule of rules) {
  if (rule.object !== 'pod') continue
  t.test(rule.id, async t => {
    for (const example of rule.examples.bad) {
      const { pod, networks } = podOfExample(example)
      const annotations = annotationsOf(pod)
      const own = (findings: readonly Finding[]) => findings.filter(each => each.rule === rule.id)
      for (const finding of own(findingsOn(example, annotations, networks))) {
        const after = pasted(finding, annotations)
        if (after === undefined) continue
        tried++
        t.strictSame(own(findingsOn(example, after, networks)), [], finding.fix)
        t.strictSame(errorsLeft(example, finding, annotations), [], `${finding.fix}: the pod is right then`)
      }
    }
  })
}

t.test('there are fixes to paste', async t => {
  t.ok(tried >= 15, `${tried}`)
})
