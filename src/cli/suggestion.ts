import { nearest } from '../bonding/did-you-mean.ts'

/** `, did you mean --listen?`, or nothing where no candidate is near. */
export function suggestion(name: string, candidates: readonly string[]): string {
  const near = nearest(name, candidates)
  return near.length === 0 ? '' : `, did you mean ${near.join(' or ')}?`
}
