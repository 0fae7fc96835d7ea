import type { Test } from 'tap'

/** Takes something away that only newer browsers have, for the rest of a test. */
export function without(t: Test, name: 'CompressionStream' | 'DecompressionStream'): void {
  const kept = Object.getOwnPropertyDescriptor(globalThis, name)
  if (!kept) throw new Error(`this Node has no ${name} either`)
  Reflect.deleteProperty(globalThis, name)
  t.teardown(() => Object.defineProperty(globalThis, name, kept))
}
