import { apiServerRestarted } from './api-server-restarted.ts'
import { authorityRenewal } from './authority-renewal.ts'
import { caBundleEmptied } from './ca-bundle-emptied.ts'
import { clockOff } from './clock-off.ts'
import type { Fault } from './fault.ts'
import { frozen } from './frozen.ts'
import { killed } from './killed.ts'
import { largePods } from './large-pods.ts'
import { leafRenewal } from './leaf-renewal.ts'
import { networksStorm } from './networks-storm.ts'
import { outOfMemory } from './out-of-memory.ts'
import { rollingRestart } from './rolling-restart.ts'
import { secretDeleted } from './secret-deleted.ts'
import { slowClients } from './slow-clients.ts'
import { watchSilent } from './watch-silent.ts'

/** In the order in which they happen. */
export const allFaults: readonly Fault[] = [
  rollingRestart,
  killed,
  frozen,
  outOfMemory,
  leafRenewal,
  authorityRenewal,
  caBundleEmptied,
  secretDeleted,
  apiServerRestarted,
  watchSilent,
  networksStorm,
  largePods,
  slowClients,
  clockOff,
]

/** A smoke check of the run itself, in half a minute. */
export const shortFaults: readonly Fault[] = [killed, caBundleEmptied, apiServerRestarted]
