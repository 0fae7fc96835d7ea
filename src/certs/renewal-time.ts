import { backdated } from './authority.ts'
import type { Pair } from './pair.ts'

/** When a pair that was signed here is renewed: at two thirds of its life, counted from when it was really made. */
export function renewalTime({ notBefore, notAfter }: Pair): Date {
  const made = notBefore.getTime() + backdated
  return new Date(made + ((notAfter.getTime() - made) * 2) / 3)
}
