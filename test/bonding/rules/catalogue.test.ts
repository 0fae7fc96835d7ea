import { readdirSync } from 'node:fs'
import t from 'tap'
import { readAdmittedPod } from '../../../src/bonding/admitted-pod.ts'
import { NetworkTable } from '../../../src/bonding/network-table.ts'
import { bondLabel } from '../../../src/bonding/keys.ts'
import { readNetwork } from '../../../src/bonding/network.ts'
import { draftPod } from '../../../src/bonding/plan/draft.ts'
import { readPod } from '../../../src/bonding/pod.ts'
import { defaultPolicy } from '../../../src/bonding/policy.ts'
import { rules } from '../../../src/bonding/rules/catalogue.ts'
import type { AdmittedPodExample, PodExample } from '../../../src/bonding/rules/example.ts'
import {
  admittedPodOfExample,
  networkOfExample,
  podOfExample,
  workloadOfExample,
} from '../../../src/bonding/rules/example-objects.ts'
import { supplyOfExample } from '../../../src/bonding/rules/example-policies.ts'
import { createJudge } from '../../../src/bonding/rules/judge.ts'
import type { AnyRule, RuleObject } from '../../../src/bonding/rules/rule.ts'
import { supplyBonds } from '../../../src/bonding/sriov-policy-bonds.ts'

const folder = new URL('../../../src/bonding/rules/', import.meta.url)

const objects: Readonly<Record<RuleObject, true>> = {
  network: true,
  'bond-network': true,
  'link-network': true,
  'sriov-policy': true,
  pod: true,
  'admitted-pod': true,
  workload: true,
}

interface RuleFile {
  readonly object: string
  readonly name: string
  /** undefined: the file is no rule, but what rules share. */
  readonly rule: unknown
}

async function filesOf(object: string): Promise<readonly RuleFile[]> {
  const names = readdirSync(new URL(`${object}/`, folder)).map(name => name.replace(/\.ts$/, ''))
  return Promise.all(
    names.map(async name => {
      const module: unknown = await import(new URL(`${object}/${name}.ts`, folder).href)
      return {
        object,
        name,
        rule: typeof module === 'object' && module && 'default' in module ? module.default : undefined,
      }
    }),
  )
}

const files = (await Promise.all(Object.keys(objects).map(filesOf))).flat()

t.test('every rule is in one file, named after its id, in the folder of its object, and in the catalogue', async t => {
  const inFiles = files.filter(({ rule }) => rule !== undefined)
  t.strictSame(
    inFiles.map(({ object, name }) => `${object}/${name}`).toSorted(),
    rules.map(({ object, id }) => `${object}/${id}`).toSorted(),
  )
  for (const { object, name, rule } of inFiles) {
    const known = rules.find(each => each.object === object && each.id === name)
    t.equal(rule, known, `${object}/${name}.ts exports that rule and no other`)
  }
})

t.test('ids are unique, in kebab-case', async t => {
  t.equal(new Set(rules.map(({ id }) => id)).size, rules.length)
  t.strictSame(
    rules.map(({ id }) => id).filter(id => !/^[a-z0-9]+(-[a-z0-9]+)+$/.test(id)),
    [],
  )
})

/** What we demand for our own sake, and what is good advice, is written nowhere else. */
function needsSources({ certainty }: AnyRule): boolean {
  return certainty !== 'kubernetes' && certainty !== 'advice'
}

t.test('every rule says what must hold, why, and who says so', async t => {
  for (const rule of rules) {
    t.match(rule.summary, /^\S.{10,100}[^.\s]$/, `${rule.id}: the summary is one line without a full stop`)
    t.match(rule.why, /^\S.{20,}\.$/, `${rule.id}: why is sentences`)
    t.ok(rule.sources.length > 0 || !needsSources(rule), `${rule.id}: has sources`)
    t.ok(
      rule.sources.every(source => /^\S/.test(source) && !/\/(work|tmp)\//.test(source)),
      `${rule.id}: sources are public`,
    )
    t.ok(rule.examples.bad.length > 0 && rule.examples.good.length > 0, `${rule.id}: has examples of both kinds`)
    t.ok(!rule.off || rule.why.includes(`--rule ${rule.id}=warning`), `${rule.id}: says how it is asked for`)
    t.ok(rule.certainty !== 'advice' || rule.severity === 'warning', `${rule.id}: advice is no error`)
  }
})

t.test('without what these rules say nothing can be planned', async t => {
  const unplannable = ['at-least-two-links', 'config-size', 'link-named', 'links-distinct', 'plugins-spelled-exactly']
  const essential = rules.filter(rule => rule.object !== 'pod' && rule.essential).map(({ id }) => id)
  t.strictSame(essential.toSorted(), unplannable)
})

/** What all the rules but some find in the bad examples of one. */
function foundIn(rule: AnyRule, judging: readonly AnyRule[]): readonly (readonly string[])[] {
  // A rule that is off unless a site asks for it is asked for.
  const asked = rule.off ? [[rule.id, rule.severity] as const] : []
  const judge = createJudge(new Map(asked), judging)
  if (rule.object === 'pod') {
    return rule.examples.bad.map(bad => {
      const { rules: set = {}, ...site } = typeof bad === 'string' ? {} : (bad.settings ?? {})
      const severities = new Map([...Object.entries(set), ...asked])
      const judge = createJudge(severities, judging, { ...defaultPolicy, ...site })
      return judge.pod(plannedPod(bad)).map(finding => finding.rule)
    })
  }
  if (rule.object === 'admitted-pod')
    return rule.examples.bad.map(bad => judge.admitted(admittedPod(bad)).map(finding => finding.rule))
  if (rule.object === 'sriov-policy') {
    return rule.examples.bad.map(bad => {
      const bonds = supplyBonds(supplyOfExample(bad), defaultPolicy)
      return bonds.flatMap(bond => judge.policies(bond)).map(finding => finding.rule)
    })
  }
  if (rule.object === 'workload')
    return rule.examples.bad.map(bad => judge.workload(workloadOfExample(bad)).map(finding => finding.rule))
  const kind = rule.object === 'link-network' ? 'link' : 'bond'
  return rule.examples.bad.map(bad => {
    const site = typeof bad === 'string' ? {} : bad.settings
    const judge = createJudge(new Map(asked), judging, { ...defaultPolicy, ...site })
    return judge.networks([readNetwork(networkOfExample(bad, kind))], 'demo').map(finding => finding.rule)
  })
}

function plannedPod(example: PodExample) {
  const { pod, networks } = podOfExample(example)
  const read = readPod(pod, 'demo')
  if (!read) throw new Error('the example is no pod')
  const settings = typeof example === 'string' ? {} : example.settings
  const policy = { ...defaultPolicy, ...settings }
  if (read.hostNetwork || !Object.hasOwn(read.labels, bondLabel))
    return { pod: read, attachments: [], bonds: [], defaultNetwork: undefined, problems: [] }
  return draftPod(read, new NetworkTable(networks.map(readNetwork)), policy).planned
}

function admittedPod(example: AdmittedPodExample) {
  const { pod, networks } = admittedPodOfExample(example)
  const read = readPod(pod, 'demo')
  if (!read) throw new Error('the example is no pod')
  const before = example.before === undefined ? undefined : { networks: example.before }
  return readAdmittedPod(read, new NetworkTable(networks.map(readNetwork)), defaultPolicy, before)
}

t.test('every rule is needed: without it nobody finds what is wrong with its examples', async t => {
  for (const rule of rules) {
    t.ok(
      foundIn(rule, rules).every(found => found.length > 0 && found.every(id => id === rule.id)),
      `${rule.id} finds it`,
    )
    const others = rules.filter(other => other !== rule)
    t.strictSame(foundIn(rule, others).flat(), [], `nobody else finds ${rule.id}`)
  }
})
