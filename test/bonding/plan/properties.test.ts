import fc from 'fast-check'
import t from 'tap'
import { inject } from '../../../src/bonding/inject.ts'
import { annotations, foreignAnnotations } from '../../../src/bonding/keys.ts'
import { effectiveInterface, readNetworksAnnotation } from '../../../src/bonding/networks-annotation.ts'
import { readPod } from '../../../src/bonding/pod.ts'
import { wholeDevices } from '../../../src/bonding/quantity.ts'
import { applied, bond, macvlan, openshift, podOf, sriov, verdictOn } from '../scene.ts'

const definitions = [
  ...openshift,
  macvlan('oam'),
  sriov('spare', 'openshift.io/sriovnet1', 'infra'),
  bond('bond-net2', ['left', 'right'], { links: 'sriovnet1,sriovnet2' }),
]
const names = ['sriovnet1', 'sriovnet2', 'bond-net1', 'bond-net2', 'oam', 'infra/spare', 'nobody']
const interfaces = ['', '', '', 'net1', 'net2', 'net3', 'left', 'right', 'bond0', 'bond1', 'oam0', 'eth0']
const blank = fc.constantFrom('', '', ' ', '\n')

const element = fc.record({
  name: fc.constantFrom(...names),
  interface: fc.constantFrom(...interfaces),
  before: blank,
  after: blank,
})

const list = fc.tuple(fc.array(element, { maxLength: 5 }), fc.boolean()).map(([elements, json]) => {
  if (!json) return elements.map(e => `${e.before}${e.name}${e.interface && `@${e.interface}`}${e.after}`).join(',')
  const objects = elements.map(e => {
    const [name = '', namespace] = e.name.split('/').toReversed()
    const object = { name, ...(namespace ? { namespace } : {}), ...(e.interface ? { interface: e.interface } : {}) }
    return `${e.before}${JSON.stringify(object)}${e.after}`
  })
  return `[${objects.join(',')}]`
})

const quantities = fc.dictionary(
  fc.constantFrom('openshift.io/sriovnet1', 'openshift.io/sriovnet2', 'cpu'),
  fc.constantFrom('1', 2, '2000m'),
)
const container = fc.record({ resources: fc.option(quantities.map(q => ({ requests: q, limits: q })), { nil: undefined }) }) // prettier-ignore

const pods = fc.record({
  label: fc.constantFrom('', 'bond-net1', 'bond-net1', 'bond-net2'),
  networks: list,
  bonds: fc.constantFrom(undefined, undefined, 'bond-net1', 'bond-net1@ha,bond-net2', 'demo/bond-net2@ha'),
  links: fc.constantFrom(undefined, undefined, 'sriovnet1,sriovnet2', 'infra/spare,sriovnet2'),
  containers: fc.array(container, { minLength: 1, maxLength: 3 }),
})

const settings = { seed: 20261125, numRuns: 3000 }

t.test('what holds for every pod', async t => {
  const seen = { planned: 0, refused: 0 }
  fc.assert(
    fc.property(pods, ({ label, networks, bonds, links, containers }) => {
      const more = {
        ...(bonds ? { [annotations.bonds]: bonds } : {}),
        ...(links ? { [annotations.links]: links } : {}),
      }
      const spec = { containers: containers.map((box, index) => ({ name: `c${index}`, ...box })) }
      const pod = podOf({ label, networks, annotations: more, spec })
      const verdict = verdictOn(pod, { definitions })
      if (verdict.kind === 'refused') {
        seen.refused++
        return verdict.errors.length > 0
      }
      if (verdict.kind !== 'planned') return false
      seen.planned++

      const after = applied(pod, inject(verdict.plan))
      const again = verdictOn(after, { definitions })
      if (again.kind !== 'planned' || inject(again.plan).length > 0) throw new Error('a second pass changes something')

      const text = readPod(after, 'demo')?.annotations?.[foreignAnnotations.networks] ?? ''
      if (!isSubsequence(networks, text)) throw new Error(`the author's text is not in ${text}`)
      checkList(text)
      checkDevices(after, text)
      return true
    }),
    settings,
  )
  t.ok(seen.planned > 200 && seen.refused > 200, `both verdicts were met: ${JSON.stringify(seen)}`)
})

function isSubsequence(part: string, whole: string): boolean {
  let at = 0
  for (const character of whole) if (character === part[at]) at++
  return at === part.length
}

/** As Multus would run it: every name once, and a bond finds its links in front of it. */
function checkList(text: string): void {
  const read = readNetworksAnnotation(text, 'demo')
  if (read.kind !== 'list') throw new Error(`Multus cannot read ${text}`)
  const order = read.elements.map(effectiveInterface)
  if (new Set(order).size !== order.length || order.includes('eth0')) throw new Error(`a name twice in ${text}`)
  const linksOf: Readonly<Record<string, readonly string[]>> = { 'bond-net1': ['net1', 'net2'], 'bond-net2': ['left', 'right'] } // prettier-ignore
  for (const [index, { name }] of read.elements.entries()) {
    for (const link of linksOf[name] ?? []) {
      const at = order.indexOf(link)
      if (at < 0 || at > index) throw new Error(`${name} has no ${link} in front of it in ${text}`)
    }
  }
}

function checkDevices(pod: unknown, text: string): void {
  const read = readNetworksAnnotation(text, 'demo')
  if (read.kind !== 'list') return
  for (const resource of ['openshift.io/sriovnet1', 'openshift.io/sriovnet2']) {
    const users = definitions.filter(d => d.metadata.annotations?.[foreignAnnotations.resourceName] === resource)
    const needed = read.elements.filter(e =>
      users.some(({ metadata }) => metadata.name === e.name && metadata.namespace === e.namespace),
    ).length
    let present = 0n
    for (const { requests, limits } of readPod(pod, 'demo')?.containers ?? []) {
      if (requests?.[resource] !== undefined && wholeDevices(requests[resource]) !== wholeDevices(limits?.[resource])) {
        throw new Error('requests and limits differ')
      }
      present += wholeDevices(requests?.[resource] ?? 0) ?? 0n
    }
    if (present < BigInt(needed)) throw new Error(`${present} of ${resource}, needed ${needed}: ${text}`)
  }
}
