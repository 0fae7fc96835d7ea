import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'

/** What the Go program in `neighbours/` says about one text; its declarations there tell more. */
export interface NeighbourReading {
  readonly json: { readonly value?: unknown; readonly error?: string; readonly offset?: number }
  readonly annotation: {
    readonly elements?: readonly (NeighbourElement | null)[]
    readonly error?: string
    readonly refused?: string
  }
  readonly config: NeighbourConfig
  readonly yaml: { readonly json?: string; readonly error?: string }
}

export interface NeighbourElement {
  readonly name: string
  readonly namespace?: string
  readonly interface?: string
  readonly mac?: string
  readonly ips?: readonly string[]
}

export interface NeighbourConfig {
  readonly by?: 'nobody' | 'client-library' | 'multus' | 'libcni'
  readonly error?: string
  readonly form?: 'single' | 'list'
  readonly name: string
  readonly cniVersion: string
  readonly plugins?: readonly {
    readonly type: string
    readonly received: string
    readonly refused?: readonly string[]
  }[]
}

/** The name of the object whose `spec.config` the texts are taken for. */
export const objectName = 'object'

/** Asks about all texts in one run. Answers come in the order of the texts. */
export async function askNeighbours(program: string, texts: readonly string[]): Promise<readonly NeighbourReading[]> {
  const child = spawn(program, { stdio: ['pipe', 'pipe', 'inherit'] })
  const answers = text(child.stdout)
  child.stdin.end(texts.map(each => `${JSON.stringify(each)}\n`).join(''))
  await once(child, 'close')
  if (child.exitCode !== 0) throw new Error(`${program} failed with exit code ${child.exitCode ?? 'none'}`)
  const lines = (await answers).split('\n').slice(0, -1)
  if (lines.length !== texts.length) throw new Error(`${lines.length} answers to ${texts.length} texts`)
  return lines.map(line => {
    const reading: unknown = JSON.parse(line)
    if (!isReading(reading)) throw new Error(`not an answer: ${line}`)
    return reading
  })
}

/** The program is this folder's own, so the parts being there is enough. */
function isReading(value: unknown): value is NeighbourReading {
  return (
    typeof value === 'object' && value !== null && ['json', 'annotation', 'config', 'yaml'].every(part => part in value)
  )
}
