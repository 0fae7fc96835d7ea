import type { NetworksApi, WireNetwork } from './networks-api.ts'

/**
 * Reads single namespaces again. Whoever asks gets a list that was begun after the question, and all who ask while one is
 * under way share the next: however many ask, there is one list of a namespace at a time.
 */
export class LiveLists {
  private readonly api: NetworksApi
  private readonly current = new Map<string, Promise<readonly WireNetwork[] | undefined>>()
  private readonly next = new Map<string, Promise<readonly WireNetwork[] | undefined>>()

  constructor(api: NetworksApi) {
    this.api = api
  }

  /**
   * @returns undefined where there are more than fit on one page: a pod that is refused is not worth them
   * @throws ApiFailure
   */
  list(namespace: string): Promise<readonly WireNetwork[] | undefined> {
    const current = this.current.get(namespace)
    if (!current) return this.begin(namespace)
    const begin = () => {
      this.next.delete(namespace)
      return this.begin(namespace)
    }
    const next = this.next.get(namespace) ?? current.then(begin, begin)
    this.next.set(namespace, next)
    return next
  }

  private begin(namespace: string): Promise<readonly WireNetwork[] | undefined> {
    const list = this.firstPage(namespace).finally(() => this.current.delete(namespace))
    this.current.set(namespace, list)
    return list
  }

  private async firstPage(namespace: string): Promise<readonly WireNetwork[] | undefined> {
    const { networks, next } = await this.api.list(namespace, undefined)
    return next === undefined ? networks : undefined
  }
}
