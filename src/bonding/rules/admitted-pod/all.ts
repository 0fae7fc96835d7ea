import type { Rule } from '../rule.ts'
import attachmentsKept from './attachments-kept.ts'
import devicesNotDoubled from './devices-not-doubled.ts'
import devicesRequested from './devices-requested.ts'
import networksKeptOnUpdate from './networks-kept-on-update.ts'
import orderKept from './order-kept.ts'
import podCompleted from './pod-completed.ts'

export const admittedPodRules: readonly Rule<'admitted-pod'>[] = [
  podCompleted,
  attachmentsKept,
  orderKept,
  devicesRequested,
  devicesNotDoubled,
  networksKeptOnUpdate,
]
