import type { Rule } from '../rule.ts'

export const linkNetworkRules: readonly Rule<'link-network'>[] = []
