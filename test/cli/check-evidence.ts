import type { Evidence, PodAnswer, PodCall, PodWebhook } from '../../src/cluster/check/evidence.ts'

// What an installation that works shows, and what can be put in its place.

const service = { namespace: 'inj', name: 'bond-injector' }
const webhook: PodWebhook = {
  name: 'mutate.example.com',
  service,
  url: undefined,
  hasAuthority: true,
  ignoresFailure: false,
  hasConditions: false,
  isReinvoked: false,
  namespaceSelector: {},
  objectSelector: {},
}
const facts = { kind: 'found', value: { isAlias: false, readyEndpoints: { kind: 'found', value: 2 } } } as const
const noEndpoints = { kind: 'found', value: { isAlias: false, readyEndpoints: { kind: 'found', value: 0 } } } as const
const unread = { kind: 'unread', reason: 'x is forbidden' } as const

const link = (index: number) => ({ interface: `net${index}`, network: `demo/vf${index}` })
const status = {
  version: 1,
  bonds: [{ interface: 'bond0', network: 'demo/bond', linksFrom: 'network', links: [1, 2].map(link) }],
}
const created = ({
  networks = 'vf1@net1,vf2@net2,bond@bond0',
  devices = '1',
  completed = true,
  labelled = true,
} = {}) => ({
  kind: 'created' as const,
  pod: {
    metadata: {
      namespace: 'demo',
      labels: labelled ? { 'bond-injector.io/bond': 'bond' } : {},
      annotations: completed
        ? { 'k8s.v1.cni.cncf.io/networks': networks, 'bond-injector.io/status': JSON.stringify(status) }
        : {},
    },
    spec: { containers: [{ name: 'check', resources: { requests: { cpu: '1m', 'a/0': devices, 'a/1': devices } } }] },
  },
})
const refused = (message: string, code = 422): PodAnswer => ({ kind: 'refused', status: code, message })
const denied = (rule: string) =>
  refused(
    `admission webhook "mutate.example.com" denied the request: pod x: no. Do [bond-injector ${rule}] (and 1 more)\nsecond`,
  )
const failing = (name: string, words: string) =>
  refused(
    `Internal error occurred: failed calling webhook "${name}": failed to call webhook: Post "https://s:1/p": ${words}`,
    500,
  )
const untouched = created({ completed: false })
const both = (answer: PodAnswer) => ({ complete: answer, refused: answer })

const well: Evidence = {
  question: { namespace: 'demo', bond: 'bond', configuration: 'conf', devices: 'add' },
  webhooks: { kind: 'found', value: [webhook] },
  calls: { kind: 'found', value: [{ configuration: 'conf', webhook }] },
  namespaceLabels: { kind: 'found', value: { 'kubernetes.io/metadata.name': 'demo' } },
  service: { ...service, facts },
  complete: created(),
  refused: denied('bond-network-exists'),
}
const registered = (changes: Partial<PodWebhook>) =>
  ({ webhooks: { kind: 'found', value: [{ ...webhook, ...changes }] } }) as const

/** Another webhook among those that are called, and its place in the order follows from its name. */
const call = (configuration: string, changes: Partial<PodWebhook> = {}): PodCall => ({
  configuration,
  webhook: { ...webhook, name: `mutate.${configuration}.io`, ...changes },
})

export const given = {
  call,
  service,
  noEndpoints,
  unread,
  created,
  denied,
  refused,
  failing,
  untouched,
  both,
  well,
  registered,
}
