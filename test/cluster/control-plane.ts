import type { Binaries } from './binaries.ts'
import { cluster, serviceAccount, writeKubeconfig, type Cluster } from './cluster.ts'
import { controlPlaneLayout, type ControlPlaneLayout } from './control-plane-files.ts'
import { keptProcesses, type KeptProcess, type KeptProcesses } from './kept-processes.ts'
import { until, type Patience } from './until.ts'

export interface ControlPlaneOptions {
  readonly binaries: Binaries
  readonly apiServerArguments?: readonly string[]
  /** Milliseconds; default 60,000. */
  readonly readyWithin?: number
}

/** etcd, kube-apiserver and kube-controller-manager on loopback, with RBAC, in a temporary folder. */
export interface ControlPlane extends Cluster {
  readonly folder: string
  /** Of its processes that are running now, the keeper's included. */
  pids(): readonly number[]
  /**
   * Address, certificate and data stay for the next start. SIGKILL, the default, breaks every connection off; SIGTERM
   * takes a minute, in which the API server waits for the watches of its clients.
   */
  stopApiServer(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
  /** Returns when it is ready. */
  startApiServer(): Promise<void>
  restartApiServer(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
  /** Runs a program, its output here, that ends with the control plane at the latest. Resolves with its exit code or signal. */
  run(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<string>
  /** The last lines of each component's log. */
  logTails(): string
  stop(): Promise<void>
}

/**
 * Returns when the API server is ready and pods can be created. Throws with the tails of the logs if that fails. When
 * this process dies, however it does, nothing is left behind.
 */
export async function startControlPlane(options: ControlPlaneOptions): Promise<ControlPlane> {
  const layout = await controlPlaneLayout(options.binaries.kubectl)
  const kept = keptProcesses(layout.folder)
  try {
    return await startComponents(layout, kept, options)
  } catch (error) {
    const message = `the control plane did not start: ${error instanceof Error ? error.message : String(error)}`
    const tails = kept.logTails()
    await kept.end()
    throw new Error(`${message}\n${tails}`, { cause: error })
  }
}

async function startComponents(
  { folder, facts, ...args }: ControlPlaneLayout,
  kept: KeptProcesses,
  { binaries, apiServerArguments = [], readyWithin = 60_000 }: ControlPlaneOptions,
): Promise<ControlPlane> {
  const running = new Map<string, KeptProcess>()
  const start = async (name: string, command: string, commandArgs: readonly string[]) => {
    const component = await kept.start(name, command, commandArgs)
    running.set(name, component)
    void component.exited.then(() => running.delete(name))
    return component
  }
  const admin = cluster(facts)
  const startApiServer = async () => {
    const component = await start('kube-apiserver', binaries.kubeApiserver, [...args.apiServer, ...apiServerArguments])
    await whileRunning(component, signal => ready(admin, { within: readyWithin, signal }))
  }
  const stopApiServer = async (signal: NodeJS.Signals = 'SIGKILL') => {
    await running.get('kube-apiserver')?.stop(signal)
  }

  await start('etcd', binaries.etcd, args.etcd)
  await startApiServer()
  writeKubeconfig(facts.kubeconfig, facts, facts.token)
  const manager = await start('kube-controller-manager', binaries.kubeControllerManager, args.controllerManager)
  await whileRunning(manager, signal => serviceAccount(facts, 'default', { signal }))
  return {
    ...admin,
    folder,
    pids: () => [kept.keeperPid, ...[...running.values()].map(component => component.pid)],
    stopApiServer,
    startApiServer,
    async restartApiServer(signal) {
      await stopApiServer(signal)
      await startApiServer()
    },
    run: async (command, commandArgs, env) => (await kept.startInView(command, command, commandArgs, env)).exited,
    logTails: () => kept.logTails(),
    stop: () => kept.end(),
  }
}

async function ready(admin: Cluster, patience: Patience): Promise<void> {
  let last = ''
  const look = async () => {
    try {
      const { status, body } = await admin.request('/readyz')
      last = `${status} ${body}`
      return status === 200
    } catch (error) {
      last = String(error)
      return false
    }
  }
  await until('kube-apiserver answers /readyz with 200', look, { ...patience, explain: () => `last answer: ${last}` })
}

/** Does the work unless the component ends before; a wait for one that is gone would only hide why. */
async function whileRunning<T>(component: KeptProcess, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const ended = new AbortController()
  const gone = component.exited.then((how): never => {
    const reason = new Error(`${component.name} ended: ${how}`)
    ended.abort(reason)
    throw reason
  })
  return Promise.race([work(ended.signal), gone])
}
