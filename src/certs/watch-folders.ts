import { watch, type FSWatcher } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Looks whenever something happens beside these files. The folders are watched, not the files, because Kubernetes swaps
 * a link beside them. What cannot be watched is not: whoever must be certain polls as well.
 *
 * @returns stops it
 */
export function watchFolders(files: readonly string[], look: () => void): () => void {
  const watchers = [...new Set(files.map(file => dirname(file)))].flatMap(folder => watchFolder(folder, look))
  return () => {
    for (const watcher of watchers) watcher.close()
  }
}

function watchFolder(folder: string, look: () => void): readonly FSWatcher[] {
  try {
    const watcher = watch(folder, { persistent: false }, look)
    watcher.on('error', () => {
      watcher.close()
    })
    return [watcher]
  } catch {
    return []
  }
}
