import { withDefault, type Settings } from './flag.ts'
import { oneOf } from './flag-values.ts'
import { injectFlags } from './inject-flags.ts'

/** The settings of `adopt`: those of `inject`, whose verdict it asks for. */
export const adoptFlags = {
  ...injectFlags,
  output: withDefault(
    {
      short: 'o',
      value: 'diff|yaml',
      help: 'diff: what to delete and to write in which file, for patch -p1. yaml: the files that hold pods, as they then are.',
      fallback: 'diff',
    },
    oneOf('diff', 'yaml'),
  ),
}

export type AdoptSettings = Settings<typeof adoptFlags>
