import { writeAuthority } from '../certs/authority-file.ts'
import type { Clock } from '../certs/clock.ts'
import { reasonOf } from '../certs/file-error.ts'
import { readPairFiles, watchPairFiles } from '../certs/pair-files.ts'
import { selfMadePair } from '../certs/self-made.ts'
import { ServedPair } from '../certs/served-pair.ts'
import { failed, type Opening } from './opening.ts'
import type { ServeSettings } from './serve-flags.ts'

export interface OpenPair {
  readonly served: ServedPair
  /** Writes the authority where it was asked for; a sentence if that fails. */
  readonly publish: () => Promise<string | undefined>
  readonly close: () => void
}

/** The certificate that the settings ask for: files, or one that this process makes itself. */
export async function openPair(settings: ServeSettings, clock: Clock): Promise<Opening<OpenPair>> {
  const { 'tls-cert': cert, 'tls-key': key, 'ca-out': caOut } = settings
  if (cert !== undefined && key !== undefined) return openFiles({ cert, key }, clock)
  const { served, authority, stop } = await selfMadePair(settings['tls-name'], clock)
  const publish = () => (caOut === undefined ? Promise.resolve(undefined) : publishAuthority(caOut, authority))
  return { kind: 'open', opened: { served, publish, close: stop } }
}

/** At the start a bad pair ends us: there is nothing that could be served. Later a bad one is only told. */
function openFiles(files: { readonly cert: string; readonly key: string }, clock: Clock): Opening<OpenPair> {
  const reading = readPairFiles(files)
  if (reading.kind === 'bad') return failed(reading.problem)
  const served = new ServedPair(reading.pair)
  const close = watchPairFiles(files, served, clock)
  return { kind: 'open', opened: { served, publish: () => Promise.resolve(undefined), close } }
}

async function publishAuthority(file: string, authority: string): Promise<string | undefined> {
  try {
    await writeAuthority(file, authority)
    return undefined
  } catch (error) {
    return `--ca-out: ${file} cannot be written (${reasonOf(error)})`
  }
}
