import { readFileSync } from 'node:fs'

/** The flags that the image gives to Node: what is measured, and put through faults, runs as it does there. */
export const imageFlags: readonly string[] = flagsIn(readFileSync(new URL('../../Dockerfile', import.meta.url), 'utf8'))

function flagsIn(dockerfile: string): readonly string[] {
  const entry = /^ENTRYPOINT (\[.*\])$/m.exec(dockerfile)?.[1]
  if (entry === undefined) throw new Error('the Dockerfile has no ENTRYPOINT in JSON')
  return (JSON.parse(entry) as readonly string[]).filter(part => part.startsWith('--'))
}
