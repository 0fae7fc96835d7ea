// The process that owns the components of one control plane. Whoever starts it talks to it over Node's IPC channel;
// when that channel closes, for whatever reason (stop, crash, SIGKILL of the parent), it ends its children, removes
// the folder and exits. So nothing is left behind however the parent dies: a handler in the parent cannot promise that.
import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, openSync, rmSync } from 'node:fs'
import { isOrder, type Order, type Report } from './keeper-messages.ts'

const [folder] = process.argv.slice(2)
const children = new Map<string, ChildProcess>()
let ending = false

process.on('message', message => {
  if (isOrder(message)) carryOut(message)
})
process.on('disconnect', end)
process.on('uncaughtException', end)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)

function carryOut(order: Order): void {
  if (order.kind === 'signal') children.get(order.name)?.kill(order.signal)
  else if (!ending) start(order)
}

function start({ name, command, args, env, log }: Extract<Order, { kind: 'start' }>): void {
  const output = log === undefined ? 'inherit' : openSync(log, 'a')
  const child = spawn(command, args, { env, stdio: ['ignore', output, output] })
  if (typeof output === 'number') closeSync(output)
  children.set(name, child)
  let told = false
  const gone = (how: string) => {
    if (told) return
    told = true
    children.delete(name)
    report({ kind: 'exited', name, how })
    if (ending && children.size === 0) leave()
  }
  child.on('spawn', () => {
    report({ kind: 'started', name, pid: child.pid ?? 0 })
  })
  child.on('error', error => {
    gone(error.message)
  })
  child.on('exit', (code, signal) => {
    gone(signal ?? `exit code ${code ?? 'unknown'}`)
  })
}

function end(): void {
  if (ending) return
  ending = true
  for (const child of children.values()) child.kill('SIGKILL')
  if (children.size === 0) leave()
}

/** The last signal goes to the whole group: whatever the children have started, and this process. */
function leave(): void {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  process.kill(-process.pid, 'SIGKILL')
}

/** With a callback, since without one a parent that died just now would be an exception here. */
function report(message: Report): void {
  process.send?.(message, undefined, undefined, () => undefined)
}
