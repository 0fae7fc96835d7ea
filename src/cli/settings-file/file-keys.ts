import { admissionFlags } from '../admission-flags.ts'
import type { Flag, Flags } from '../flag.ts'
import { lintFlags } from '../lint-flags.ts'
import { siteFlags } from '../site-flags.ts'

/** One key of a settings file, and the flag that reads what stands behind it. */
export interface FileKey {
  readonly key: string
  /** Its name without dashes in front: `rule`. */
  readonly flagName: string
  readonly flag: Flag<unknown>
  /** `each`: a mapping, whose every entry is one value of a flag that repeats. */
  readonly holds: 'one' | 'list' | 'each'
}

const { settings: _settings, ...site } = siteFlags

/** What a repository or a cluster decides once: how things are judged, never which things or where to. */
const flags: Flags = {
  namespace: lintFlags.namespace,
  'min-certainty': lintFlags['min-certainty'],
  ...site,
  ...admissionFlags,
}

/** All keys of a settings file: the flags that judge, by their names, and `rules` for the one that repeats. */
export const fileKeys: readonly FileKey[] = Object.entries(flags).map(([flagName, flag]) => {
  if (flag.repeats) return { key: `${flagName}s`, flagName, flag, holds: 'each' }
  return { key: flagName, flagName, flag, holds: flag.list === true ? 'list' : 'one' }
})
