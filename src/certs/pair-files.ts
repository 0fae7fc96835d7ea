import { readFileSync, watch, type FSWatcher } from 'node:fs'
import { dirname } from 'node:path'
import type { Clock } from './clock.ts'
import { reasonOf } from './file-error.ts'
import { readPair, type PairReading } from './pair.ts'
import type { ServedPair } from './served-pair.ts'

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
  const cert = read('certificate', files.cert)
  if (cert.kind === 'bad') return cert
  const key = read('key', files.key)
  if (key.kind === 'bad') return key
  const reading = readPair(cert.text, key.text)
  if (reading.kind === 'pair') return reading
  return { kind: 'bad', problem: `${reading.problem} (${files.cert}, ${files.key})` }
}

/**
 * Offers the pair again whenever its files change. Watching is quick, polling is certain: a watch is lost when
 * its folder is replaced, and some file systems never report. The folders are watched, not the files, because
 * Kubernetes swaps a link beside them.
 *
 * @returns stops it
 */
export function watchPairFiles(files: PairFiles, served: ServedPair, clock: Clock): () => void {
  const look = () => {
    served.offer(readPairFiles(files), clock.now())
  }
  const watchers = [...new Set([dirname(files.cert), dirname(files.key)])].flatMap(folder => watchFolder(folder, look))
  const stopPolling = clock.every(pollEveryMs, look)
  look()
  return () => {
    stopPolling()
    for (const watcher of watchers) watcher.close()
  }
}

function watchFolder(folder: string, look: () => void): readonly FSWatcher[] {
  try {
    const watcher = watch(folder, { persistent: false }, look)
    // Polling goes on without it.
    watcher.on('error', () => {
      watcher.close()
    })
    return [watcher]
  } catch {
    return []
  }
}

type Text = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'bad'; readonly problem: string }

function read(what: string, file: string): Text {
  try {
    return { kind: 'text', text: readFileSync(file, 'utf8') }
  } catch (error) {
    return { kind: 'bad', problem: `the ${what} ${file} cannot be read (${reasonOf(error)})` }
  }
}
