import type { Rule } from '../rule.ts'
import labelOnTemplate from './label-on-template.ts'

export const workloadRules: readonly Rule<'workload'>[] = [labelOnTemplate]
