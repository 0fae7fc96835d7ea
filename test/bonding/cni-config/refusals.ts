import t from 'tap'
import { type ConfigProblem, readCniConfig } from '../../../src/bonding/cni-config.ts'
import { formatPath } from '../../../src/bonding/place.ts'

export type Refusal = readonly [
  name: string,
  config: string,
  kind: ConfigProblem['kind'],
  /** Behind `spec.config`. */
  where: string,
  /** A part of what the real program said: client library 1.7.6, Multus 95a0932, libcni 1.3.0, built with Go 1.26.8. */
  upstream: string,
  more?: Partial<ConfigProblem>,
]

/** Each config has one problem: one cause, one problem. */
export function testRefusals(kind: 'unreadable' | 'plugins', refusals: readonly Refusal[]): void {
  for (const [name, text, problemKind, where, upstream, more = {}] of refusals) {
    t.test(name, async t => {
      const config = readCniConfig(text, 'bond-net1')
      t.equal(config.kind, kind)
      const problems = config.kind === 'on-node' ? [] : config.problems
      t.match(problems, [{ kind: problemKind, stage: 'load', panics: false, upstream, ...more }])
      t.equal(problems.length, 1)
      t.equal(formatPath(problems[0]?.path ?? []), `spec.config${where}`)
    })
  }
}
