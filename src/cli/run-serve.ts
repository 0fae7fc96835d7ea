import { pino } from 'pino'
import { systemClock } from '../certs/clock.ts'
import { formatAddress } from '../server/listen.ts'
import type { Output } from './command.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import type { ServeSettings } from './serve-flags.ts'
import { stopSignal } from './stop-signal.ts'
import { openWebhook } from './webhook.ts'

/** Serves until it is told to stop. Whatever keeps it from starting is said in one sentence each, on stderr. */
export async function runServe(settings: ServeSettings, output: Output): Promise<ExitCode> {
  // To stdout, written behind the answer and flushed at the exit; a killed process can lose its last lines. Transports do
  // not survive bundling.
  const log = pino({ level: settings['log-level'], base: null, timestamp: pino.stdTimeFunctions.isoTime })
  const opening = await openWebhook(settings, systemClock, log)
  if (opening.kind === 'failed') {
    for (const problem of opening.problems) output.stderr(`bond-injector serve: ${problem}\n`)
    return exitCode.wrongUse
  }
  const { webhook, ops, leave, close } = opening.opened
  log.info({ webhook: `https://${formatAddress(webhook)}`, ops: `http://${formatAddress(ops)}` }, 'listening')
  const signal = await stopSignal()
  log.info({ signal }, 'stopping')
  // Ctrl-C comes from somebody who waits; SIGTERM from a kubelet, while the API server goes on calling.
  if (signal === 'SIGTERM') log.info({ after: await leave() }, 'drained')
  await close()
  log.info('stopped')
  return exitCode.fine
}
