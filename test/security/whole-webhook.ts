import { Writable } from 'node:stream'
import { pino } from 'pino'
import type { Test } from 'tap'
import { NetworkTable } from '../../src/bonding/network-table.ts'
import { type NetworkAttachmentDefinition, readNetwork } from '../../src/bonding/network.ts'
import { makeAuthority } from '../../src/certs/authority.ts'
import { ServedPair } from '../../src/certs/served-pair.ts'
import { endpointsOf } from '../../src/cli/endpoints.ts'
import { openServers } from '../../src/cli/open-servers.ts'
import { serveFlags, type ServeSettings } from '../../src/cli/serve-flags.ts'
import { readSettings } from '../../src/cli/settings.ts'

export interface WholeWebhook {
  /** Of the HTTPS port. */
  readonly port: number
  /** Of the plain port with health and metrics. */
  readonly opsPort: number
  readonly ca: string
  /** Every line logged so far. */
  readonly log: readonly string[]
  readonly metrics: () => Promise<string>
  /** Adds a network, or puts another in its place. */
  readonly put: (definition: NetworkAttachmentDefinition) => void
  readonly close: () => Promise<void>
}

/** What `serve` serves with its defaults: both ports, all endpoints, over these networks. */
export async function openWholeWebhook(
  definitions: readonly NetworkAttachmentDefinition[],
  change: Partial<ServeSettings> = {},
): Promise<WholeWebhook> {
  const log: string[] = []
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      log.push(chunk.toString())
      done()
    },
  })
  const authority = await makeAuthority(new Date())
  const served = new ServedPair(await authority.issue(['localhost', '127.0.0.1'], new Date()))
  const catalogue = new NetworkTable(definitions.map(readNetwork))
  const networks = { catalogue, condition: () => condition, close: () => undefined }
  const opening = await openServers({
    webhook: {
      served,
      endpoints: endpointsOf({ ...defaults(), ...change }, networks),
      log: pino({ level: 'trace', base: null }, sink),
    },
    listen: { host: '127.0.0.1', port: 0 },
    opsListen: { host: '127.0.0.1', port: 0 },
    conditions: () => [condition],
    publish: () => Promise.resolve(undefined),
    drainSeconds: 0,
  })
  if (opening.kind === 'failed') throw new Error(opening.problems.join('; '))
  const { webhook, ops, close } = opening.opened
  const metrics = async () => (await fetch(`http://127.0.0.1:${ops.port}/metrics`)).text()
  const put = (definition: NetworkAttachmentDefinition) => {
    catalogue.set(readNetwork(definition))
  }
  return { port: webhook.port, opsPort: ops.port, ca: authority.cert, log, metrics, put, close }
}

/** The same for one test, with which it ends. */
export async function startWholeWebhook(
  t: Test,
  definitions: readonly NetworkAttachmentDefinition[],
  change: Partial<ServeSettings> = {},
): Promise<WholeWebhook> {
  const webhook = await openWholeWebhook(definitions, change)
  t.teardown(webhook.close)
  return webhook
}

const condition = { name: 'networks', ok: true, message: 'those of the test' }

function defaults(): ServeSettings {
  const reading = readSettings(serveFlags, new Map())
  if (reading.kind === 'wrong') throw new Error(reading.problem)
  return reading.value
}
