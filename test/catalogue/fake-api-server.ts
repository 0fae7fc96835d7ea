import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { NetworkAttachmentDefinition } from '../../src/bonding/network.ts'

/** What the fake can be made to do wrong, which a real API server cannot at will. */
export type Fault =
  | { readonly on: 'list' | 'watch' | 'get'; readonly status: number; readonly message?: string }
  | { readonly on: 'list' | 'watch' | 'get'; readonly reset: true }
  | { readonly on: 'list' | 'watch' | 'get'; readonly hang: true }
  /** The watch begins well, and then ends with this status inside the stream. */
  | { readonly on: 'stream'; readonly status: number }

interface StoredNetwork {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: { readonly namespace: string; readonly name: string; readonly resourceVersion: string }
  readonly spec?: { readonly config?: string }
}

const resource =
  /^\/apis\/k8s\.cni\.cncf\.io\/v1(?:\/namespaces\/([^/]+))?\/network-attachment-definitions(?:\/([^/?]+))?/

/** Enough of an API server for one resource: pages, watches with bookmarks, and faults on demand. */
export class FakeApiServer {
  readonly calls: Record<'list' | 'watch' | 'get', number> = { list: 0, watch: 0, get: 0 }
  /** Pages of the last lists, by the number of networks on them. */
  readonly pages: number[] = []
  token: string | undefined
  private readonly networks = new Map<string, StoredNetwork>()
  private readonly watchers = new Set<ServerResponse>()
  private readonly pending = new Set<ServerResponse>()
  private readonly faults: Fault[] = []
  private version = 100
  private readonly server = createServer((request, response) => {
    this.answer(request, response)
  })

  async start(port = 0): Promise<string> {
    await new Promise<void>(resolve => this.server.listen(port, '127.0.0.1', resolve))
    return `http://127.0.0.1:${this.port}`
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise(resolve => this.server.close(resolve))
  }

  /** The next request of that kind goes wrong; several queue up. */
  fail(...faults: readonly Fault[]): void {
    this.faults.push(...faults)
  }

  get faultsLeft(): number {
    return this.faults.length
  }

  set(name: string, config: string, namespace = 'demo'): void {
    const known = this.networks.has(`${namespace}/${name}`)
    const object = this.store(name, config, namespace)
    this.send(known ? 'MODIFIED' : 'ADDED', object)
  }

  /** As `set`, but no watch hears of it: as if its event had been lost or were late. */
  store(name: string, config: string, namespace = 'demo'): StoredNetwork {
    return this.add({ metadata: { namespace, name }, spec: { config } })
  }

  /** As `store`, of a whole definition. */
  add(definition: NetworkAttachmentDefinition): StoredNetwork {
    const { namespace, name } = definition.metadata
    const metadata = { ...definition.metadata, resourceVersion: String(++this.version) }
    const kind = 'NetworkAttachmentDefinition'
    const object = { apiVersion: 'k8s.cni.cncf.io/v1', kind, ...definition, metadata }
    this.networks.set(`${namespace}/${name}`, object)
    return object
  }

  remove(name: string, namespace = 'demo'): void {
    this.removeLate(name, namespace)()
  }

  /** It is gone at once, and the watches hear of it only when what is returned is called. */
  removeLate(name: string, namespace = 'demo'): () => void {
    const object = this.networks.get(`${namespace}/${name}`)
    if (!object) return () => undefined
    this.networks.delete(`${namespace}/${name}`)
    const metadata = { ...object.metadata, resourceVersion: String(++this.version) }
    return () => {
      this.send('DELETED', { ...object, metadata })
    }
  }

  /** Cuts every open watch off, without an end. */
  resetWatches(): void {
    for (const watcher of this.watchers) watcher.destroy()
    this.watchers.clear()
  }

  /** Open watches stay open for ever and hear nothing more, as behind a firewall that forgot the connection. */
  silenceWatches(): void {
    this.watchers.clear()
  }

  endWatchesWith(status: number): void {
    const object = { kind: 'Status', code: status, message: `status ${status}` }
    for (const watcher of this.watchers) watcher.end(`${JSON.stringify({ type: 'ERROR', object })}\n`)
    this.watchers.clear()
  }

  get openWatches(): number {
    return this.watchers.size
  }

  private send(type: string, object: StoredNetwork): void {
    for (const watcher of this.watchers) watcher.write(`${JSON.stringify({ type, object })}\n`)
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', 'http://fake')
    const [, namespace, name] = resource.exec(url.pathname) ?? []
    const kind = url.searchParams.get('watch') === 'true' ? 'watch' : name === undefined ? 'list' : 'get'
    this.calls[kind]++
    if (this.token !== undefined && request.headers.authorization !== `Bearer ${this.token}`) {
      status(response, 401, 'Unauthorized')
      return
    }
    const at = this.faults.findIndex(fault => fault.on === kind || (fault.on === 'stream' && kind === 'watch'))
    const [fault] = at < 0 ? [] : this.faults.splice(at, 1)
    if (fault && this.goWrong(fault, request, response)) return
    if (kind === 'list') this.list(namespace, url, response)
    else if (kind === 'get') this.get(`${namespace ?? ''}/${name ?? ''}`, response)
    else this.watch(url, response, fault)
  }

  private goWrong(fault: Fault, request: IncomingMessage, response: ServerResponse): boolean {
    if (fault.on === 'stream') return false
    if ('status' in fault) status(response, fault.status, fault.message ?? `status ${fault.status}`)
    else if ('reset' in fault) request.socket.destroy()
    else this.pending.add(response)
    return true
  }

  private list(namespace: string | undefined, url: URL, response: ServerResponse): void {
    const all = [...this.networks.values()].filter(n => namespace === undefined || n.metadata.namespace === namespace)
    const from = Number(url.searchParams.get('continue') ?? 0)
    const limit = Number(url.searchParams.get('limit') ?? all.length)
    const items = all.slice(from, from + limit)
    this.pages.push(items.length)
    const next = from + limit < all.length ? { continue: String(from + limit) } : {}
    json(response, 200, { metadata: { resourceVersion: String(this.version), ...next }, items })
  }

  private get(key: string, response: ServerResponse): void {
    const object = this.networks.get(key)
    if (object) json(response, 200, object)
    else status(response, 404, `network-attachment-definitions "${key}" not found`)
  }

  private watch(url: URL, response: ServerResponse, fault: Fault | undefined): void {
    response.writeHead(200, { 'content-type': 'application/json' })
    const since = Number(url.searchParams.get('resourceVersion') ?? 0)
    for (const object of this.networks.values()) {
      if (Number(object.metadata.resourceVersion) > since)
        response.write(`${JSON.stringify({ type: 'ADDED', object })}\n`)
    }
    const metadata = { resourceVersion: String(this.version) }
    response.write(`${JSON.stringify({ type: 'BOOKMARK', object: { metadata } })}\n`)
    this.watchers.add(response)
    const seconds = Number(url.searchParams.get('timeoutSeconds') ?? 60)
    const end = setTimeout(() => {
      if (this.watchers.delete(response)) response.end()
    }, seconds * 1000)
    response.on('close', () => {
      clearTimeout(end)
      this.watchers.delete(response)
    })
    if (fault?.on === 'stream') this.endWatchesWith(fault.status)
  }
}

function json(response: ServerResponse, code: number, body: object): void {
  response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function status(response: ServerResponse, code: number, message: string): void {
  json(response, code, { kind: 'Status', apiVersion: 'v1', status: 'Failure', code, message })
}
