import { readFileSync } from 'node:fs'
import type { Clock } from './clock.ts'
import { reasonOf } from './file-error.ts'
import { readPair, type PairReading } from './pair.ts'
import type { ServedPair } from './served-pair.ts'
import { watchFolders } from './watch-folders.ts'

export interface PairFiles {
  readonly cert: string
  readonly key: string
}

const pollEveryMs = 10_000

/**
 * Reads both files. Synchronous, so that nothing happens between the two reads that we could avoid;
 * two small files cost some ten microseconds.
 */
export function readPairFiles(files: PairFiles): PairReading {
  const cert = readText('certificate', files.cert)
  if (cert.kind === 'bad') return cert
  const key = readText('key', files.key)
  if (key.kind === 'bad') return key
  const reading = readPair(cert.text, key.text)
  if (reading.kind === 'pair') return reading
  return { kind: 'bad', problem: `${reading.problem} (${files.cert}, ${files.key})` }
}

/**
 * Offers the pair again whenever its files change. Watching is quick, polling is certain: a watch is lost when
 * its folder is replaced, and some file systems never report.
 *
 * @returns stops it
 */
export function watchPairFiles(files: PairFiles, served: ServedPair, clock: Clock): () => void {
  const look = () => {
    served.offer(readPairFiles(files), clock.now())
  }
  const stopWatching = watchFolders([files.cert, files.key], look)
  const stopPolling = clock.every(pollEveryMs, look)
  look()
  return () => {
    stopPolling()
    stopWatching()
  }
}

type Text = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'bad'; readonly problem: string }

/** @param what is in the file, for the sentence about one that cannot be read */
export function readText(what: string, file: string): Text {
  try {
    return { kind: 'text', text: readFileSync(file, 'utf8') }
  } catch (error) {
    return { kind: 'bad', problem: `the ${what} ${file} cannot be read (${reasonOf(error)})` }
  }
}
