import type { Logger } from 'pino'
import type { Clock } from '../certs/clock.ts'
import { FileSource, type TrustedPairFiles } from '../certs/file-source.ts'
import { readPairFiles, watchPairFiles, type PairFiles } from '../certs/pair-files.ts'
import { ServedPair } from '../certs/served-pair.ts'
import { watchFolders } from '../certs/watch-folders.ts'
import type { KubeConnection } from '../cluster/kube/connection.ts'
import { openKeptCertificate } from './open-kept-certificate.ts'
import type { OpenPair } from './open-pair.ts'
import { failed, type Opening } from './opening.ts'
import type { ServeSettings } from './serve-flags.ts'

/** Without a cluster somebody is there to read why we end: a bad pair at the start is a mistake. Later it is only told. */
export function openLocalFiles(files: PairFiles, clock: Clock): Opening<OpenPair> {
  const reading = readPairFiles(files)
  if (reading.kind === 'bad') return failed(reading.problem)
  const served = new ServedPair(reading.pair)
  const close = watchPairFiles(files, served, clock)
  const conditions = () => [{ name: 'certificate', ...served.state(clock.now()) }]
  return { kind: 'open', opened: { served, conditions, publish: () => Promise.resolve(undefined), close } }
}

/** In a cluster the pair is often written after us, and nobody wins by our ending: we wait for it, not ready. */
export async function openMountedFiles(
  files: TrustedPairFiles,
  settings: ServeSettings,
  connection: KubeConnection,
  clock: Clock,
  log: Logger,
): Promise<OpenPair> {
  const source = new FileSource(files)
  const { opened, look } = await openKeptCertificate({ source, settings, connection, clock, log })
  const stopWatching = watchFolders([files.cert, files.key, ...(files.ca === undefined ? [] : [files.ca])], look)
  const close = async () => {
    stopWatching()
    await opened.close()
  }
  return { ...opened, close }
}
