import { once } from 'node:events'
import { connect } from 'node:tls'
import type { ServingProgram } from '../cli/serving-program.ts'
import { memberOf } from './json-member.ts'
import { until } from './until.ts'

/** Connects as the API server does, trusting the bundle alone. Returns the fingerprint of what is served; throws where it is not trusted. */
export async function servedTo(ca: string, port: number): Promise<string | undefined> {
  const socket = connect({ host: '127.0.0.1', port, ca, servername: '' })
  await once(socket, 'secureConnect')
  const fingerprint = socket.getPeerX509Certificate()?.fingerprint256
  socket.destroy()
  return fingerprint
}

/** Waits for a 200 of `/readyz`. */
export async function untilReady(program: ServingProgram): Promise<void> {
  let last: unknown
  const look = async () => ((last = await program.ready()), memberOf(last, 'status') === 200)
  await until('it is ready', look, { explain: () => JSON.stringify(last) })
}
