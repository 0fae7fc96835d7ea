import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '..', '..', 'examples')

/** The path of a file or folder of the examples, whose objects are all in the namespace `demo`. */
export function example(path: string): string {
  return join(folder, path)
}

/** Files of the examples as one text, their objects moved to another namespace. */
export function examplesIn(namespace: string, pattern: string): string {
  return globSync(pattern, { cwd: folder })
    .map(file => readFileSync(join(folder, file), 'utf8').replaceAll('namespace: demo', `namespace: ${namespace}`))
    .join('\n---\n')
}
