import type { AnyRule, RuleObject } from '../bonding/rules/rule.ts'

export interface Chapter {
  readonly title: string
  readonly rules: readonly AnyRule[]
}

const titles: Readonly<Record<RuleObject, string>> = {
  network: 'Any network attachment definition',
  'bond-network': 'Bond networks',
  'link-network': 'Link networks',
  'sriov-policy': 'Policies of the SR-IOV operator, and the bonds that they feed',
  pod: 'Pods',
  'admitted-pod': 'Pods as they are stored',
  workload: 'Workloads',
}

/** Rules by what they speak about; without the chapters that are empty. */
export function chapters(rules: readonly AnyRule[]): readonly Chapter[] {
  return Object.entries(titles)
    .map(([object, title]) => ({ title, rules: rules.filter(rule => rule.object === object) }))
    .filter(chapter => chapter.rules.length > 0)
}
