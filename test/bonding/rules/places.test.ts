import t from 'tap'
import type { Finding } from '../../../src/bonding/finding.ts'
import { annotations } from '../../../src/bonding/keys.ts'
import { fieldOf } from '../../../src/bonding/layout.ts'
import { bond, macvlan, openshift, podOf, type Scene, sriov, verdictOn } from '../scene.ts'

const { bonds, links } = annotations

interface Case {
  readonly name: string
  readonly scene: Scene
  readonly rule: string
  /** The field, and the text of the annotation that the finding stands at. */
  readonly at: readonly [field: string, text?: string]
}

const pinned = [sriov('sriovnet1'), sriov('sriovnet2'), bond('bond-net1', ['net1', 'net2'], { links: 'macvlan1,gone' })]

const cases: readonly Case[] = [
  {
    name: 'a name from the bonds annotation stands there',
    scene: { annotations: { [bonds]: 'bond-net1@all' } },
    rule: 'interface-name-legal',
    at: [`pod metadata.annotations[${bonds}]`, 'bond-net1@all'],
  },
  {
    name: 'of several bonds it is the one that is wrong',
    scene: {
      label: '',
      annotations: { [bonds]: 'bond-net1@bond0, bond-net2@eth0' },
      definitions: [
        ...openshift.slice(0, 2),
        sriov('sriovnet3'),
        sriov('sriovnet4'),
        bond('bond-net1', ['net1', 'net2'], { links: 'sriovnet1,sriovnet2' }),
        bond('bond-net2', ['net3', 'net4'], { links: 'sriovnet3,sriovnet4' }),
      ],
    },
    rule: 'interface-names-unique',
    at: [`pod metadata.annotations[${bonds}]`, 'bond-net2@eth0'],
  },
  {
    name: 'a bond of the bonds annotation that is called like its link',
    scene: { annotations: { [bonds]: 'bond-net1@net2' } },
    rule: 'bond-not-own-link',
    at: [`pod metadata.annotations[${bonds}]`, 'bond-net1@net2'],
  },
  {
    name: 'a link that the pod names and nobody made',
    scene: { annotations: { [links]: 'sriovnet1, gone' } },
    rule: 'link-network-exists',
    at: [`pod metadata.annotations[${links}]`, 'gone'],
  },
  {
    name: 'a link that the bond network names and nobody made',
    scene: { definitions: [...pinned, macvlan('macvlan1')] },
    rule: 'link-network-exists',
    at: [`demo/bond-net1 metadata.annotations[${links}]`],
  },
  {
    name: 'a link of another type that the pod names',
    scene: { annotations: { [links]: 'sriovnet1,macvlan1' }, definitions: [...openshift, macvlan('macvlan1')] },
    rule: 'links-are-sriov',
    at: [`pod metadata.annotations[${links}]`, 'macvlan1'],
  },
  {
    name: 'a link of another type that the bond network names',
    scene: { definitions: [...pinned, macvlan('macvlan1'), sriov('gone')] },
    rule: 'links-are-sriov',
    at: [`demo/bond-net1 metadata.annotations[${links}]`],
  },
  {
    name: 'twice the same link in the links annotation',
    scene: { annotations: { [links]: 'sriovnet1,sriovnet1' } },
    rule: 'links-on-one-resource',
    at: [`pod metadata.annotations[${links}]`, 'sriovnet1'],
  },
  {
    name: 'the author lists the link',
    scene: { networks: 'sriovnet1@net1,gone@net2' },
    rule: 'link-network-exists',
    at: ['pod metadata.annotations[k8s.v1.cni.cncf.io/networks]', 'gone@net2'],
  },
  {
    name: 'discovery has no other place than the label',
    scene: {},
    rule: 'links-by-discovery',
    at: ['pod metadata.labels[bond-injector.io/bond]'],
  },
  {
    name: 'discovery for a bond of the bonds annotation',
    scene: { annotations: { [bonds]: 'bond-net1' } },
    rule: 'links-by-discovery',
    at: [`pod metadata.annotations[${bonds}]`, 'bond-net1'],
  },
  {
    name: 'links that nobody knows, of a bond of the bonds annotation',
    scene: { annotations: { [bonds]: 'bond-net1' }, definitions: openshift.slice(1) },
    rule: 'links-known',
    at: [`pod metadata.annotations[${bonds}]`, 'bond-net1'],
  },
]

function findingsOn(scene: Scene): readonly Finding[] {
  const verdict = verdictOn(podOf(scene), scene)
  return verdict.kind === 'refused' ? [...verdict.errors, ...verdict.warnings] : verdict.warnings
}

function textAt({ networks, annotations = {} }: Scene, { place: { path, span }, object }: Finding): string | undefined {
  const key = String(path[2])
  const text = key === 'k8s.v1.cni.cncf.io/networks' ? networks : annotations[key]
  return object.kind === 'Pod' && span ? text?.slice(span.start, span.end) : undefined
}

for (const { name, scene, rule, at } of cases) {
  t.test(name, async t => {
    const [finding] = findingsOn(scene).filter(each => each.rule === rule)
    if (!finding) throw new Error(`${rule} does not speak`)
    const [field, text] = at
    t.equal(fieldOf(finding), field)
    t.equal(textAt(scene, finding), text)
  })
}
