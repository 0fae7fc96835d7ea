import fc from 'fast-check'
import { annotations, foreignAnnotations } from '../../../src/bonding/keys.ts'

const name = fc.constantFrom('a', 'sriovnet1', 'bond-net1', 'demo/oam')
const commaList = fc.array(
  fc.tuple(name, fc.constantFrom('', '@net1', '@')).map(parts => parts.join('')),
  { minLength: 1, maxLength: 4 },
)
const separator = fc.constantFrom(',', ', ', ' , ')
const jsonList = fc.tuple(
  fc.array(fc.record({ name, interface: name }, { requiredKeys: ['name'] }), { maxLength: 3 }),
  fc.constantFrom(undefined, 2),
)

/** A networks annotation. */
const networks = fc.oneof(
  fc.tuple(commaList, separator).map(([names, between]) => names.join(between)),
  jsonList.map(([list, indent]) => JSON.stringify(list, null, indent)),
  jsonList.map(([list, indent]) => `${JSON.stringify(list, null, indent)}\n`),
)
const text = fc.oneof(
  fc.constantFrom(
    '',
    'x',
    'true',
    '12',
    "it's",
    '{"a": "b"}',
    'a: b',
    'x # y',
    '* *',
    ' padded ',
    'é€😀',
    'two\nlines\n',
    'a\\b',
  ),
  networks,
)
const quantity = fc.constantFrom<(string | number)[]>('1', '2Gi', '100m', 1, 3)
const quantities = fc.option(
  fc.dictionary(fc.constantFrom('cpu', 'memory', 'intel.com/sriov'), quantity, { maxKeys: 3 }),
  { nil: null },
)
const resources = fc.option(fc.record({ requests: quantities, limits: quantities }, { requiredKeys: [] }), {
  nil: null,
})
const container = fc.record(
  {
    name: fc.constantFrom('app', 'side'),
    resources,
    image: fc.constant('registry/app:1'),
    env: fc.constant([{ name: 'A', value: 'b c' }]),
  },
  { requiredKeys: ['name'] },
)
const annotationTexts = fc.record(
  {
    'example.com/note': text,
    [foreignAnnotations.networks]: networks,
    [annotations.status]: fc.constantFrom('{}', '{"bonds":[]}'),
    other: text,
  },
  { requiredKeys: [] },
)

export interface RandomContainer {
  readonly name: string
  readonly resources?: RandomResources | null
}

export interface RandomResources {
  readonly requests?: Quantities | null
  readonly limits?: Quantities | null
}

export type Quantities = Readonly<Record<string, string | number>>

export interface RandomPod {
  readonly metadata: { readonly annotations?: Readonly<Record<string, string>> | null }
  readonly spec: { readonly containers: readonly RandomContainer[] }
}

/** metadata and spec of a pod, as far as injection looks at them. */
export const randomPod: fc.Arbitrary<RandomPod> = fc.record({
  metadata: fc.record(
    {
      annotations: fc.option(annotationTexts, { nil: null }),
      name: fc.constant('pod'),
      labels: fc.constant({ bond: 'on' }),
    },
    { requiredKeys: ['name'] },
  ),
  spec: fc.record(
    { containers: fc.array(container, { minLength: 1, maxLength: 3 }), hostNetwork: fc.constant(false) },
    { requiredKeys: ['containers'] },
  ),
})
