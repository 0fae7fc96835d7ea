/** Anybody can ask for any name: what is remembered must not grow with that. */
const most = 1000

/** Values that are true for a moment. */
export class Remembered<T> {
  private readonly entries = new Map<string, { readonly value: T; readonly until: number }>()
  private readonly now: () => number
  private readonly milliseconds: number

  constructor(now: () => number, milliseconds: number) {
    this.now = now
    this.milliseconds = milliseconds
  }

  get(id: string): T | undefined {
    const entry = this.entries.get(id)
    if (!entry) return undefined
    if (entry.until > this.now()) return entry.value
    this.entries.delete(id)
    return undefined
  }

  set(id: string, value: T): void {
    if (this.entries.size >= most) this.makeRoom()
    this.entries.set(id, { value, until: this.now() + this.milliseconds })
  }

  forget(id: string): void {
    this.entries.delete(id)
  }

  private makeRoom(): void {
    for (const [id, { until }] of this.entries) if (until <= this.now()) this.entries.delete(id)
    if (this.entries.size >= most) this.entries.clear()
  }
}
