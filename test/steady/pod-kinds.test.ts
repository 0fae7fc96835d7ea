import t from 'tap'
import { networksKey } from '../cluster/labelled-pod.ts'
import { podKinds, podOf, whatIsWrong, type PodKind } from './pod-kinds.ts'

/** As the webhook must leave it. */
function stored(kind: PodKind) {
  const containers = kind.resources.map(resources => ({ resources }))
  return { metadata: { annotations: { [networksKey]: kind.networks } }, spec: { containers } }
}

for (const kind of podKinds) {
  t.test(kind.name, async t => {
    t.equal(whatIsWrong(kind, stored(kind)), undefined)
    t.match(whatIsWrong(kind, podOf(kind, 'n', 'p')), /^networks .* instead of /, 'as it was written')
    const half = { ...stored(kind), spec: { containers: kind.resources.map(() => ({ resources: {} })) } }
    t.match(whatIsWrong(kind, half), /^resources \[\{\}/, 'without devices')
    t.match(whatIsWrong(kind, { message: 'no pod' }), /^networks undefined/)
  })
}

t.test('one device too many, or in another container, is wrong', async t => {
  for (const kind of podKinds) {
    const resources = [...kind.resources].reverse().map(one => ({ ...Object(one), claims: [] }) as unknown)
    t.match(whatIsWrong({ ...kind, resources }, stored(kind)), /^resources/)
  }
})
