import { bond, documents, goodBond, link, pod, policy } from './example-texts.ts'
import type { Texts } from './texts.ts'

export interface Example extends Texts {
  /** Stable: a test names what comes out of each. */
  readonly id: string
  readonly title: string
}

const links = [link('sriovnet1', 'port0'), link('sriovnet2', 'port1')] as const
const label = ['labels:', '  bond-injector.io/bond: bond-net1'] as const
const pinned = 'annotations:\n    bond-injector.io/links: sriovnet1,sriovnet2'

/** The good bond with some of its lines changed; a line that becomes empty is left out. */
function bondWith(change: (line: string) => string): string {
  return bond(...goodBond.map(change).filter(line => line !== ''))
}

/** Good ones first. The first is what the page begins with. */
export const examples: readonly Example[] = [
  {
    id: 'active-backup',
    title: 'Good: active-backup, links named on the bond network',
    networks: documents(bond(...goodBond).replace('  namespace: demo\n', `  namespace: demo\n  ${pinned}\n`), ...links),
    pod: pod(...label),
  },
  {
    id: 'discovery',
    title: 'Good: nobody names the links, so they are found',
    networks: documents(bond(...goodBond), ...links),
    pod: pod(...label),
  },
  {
    id: 'own-list',
    title: 'Good: a list of networks written by hand',
    networks: documents(bond(...goodBond), ...links),
    pod: pod(
      'labels:',
      "  bond-injector.io/bond: ''",
      'annotations:',
      '  k8s.v1.cni.cncf.io/networks: sriovnet1, sriovnet2, bond-net1@bond0',
    ),
  },
  {
    id: 'folded',
    title: 'Good: a config in folded style, and a Deployment',
    networks: documents(bond(...goodBond).replace('config: |', 'config: >-'), ...links),
    pod: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: demo
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata:
      labels:
        app: web
        bond-injector.io/bond: bond-net1
    spec:
      containers:
      - name: app
        image: registry.example/app:1.0
`,
  },
  {
    id: 'fail-over-mac',
    title: 'Bad: failOverMac missing',
    networks: documents(
      bondWith(line => (line.startsWith('"failOverMac"') ? '' : line)),
      ...links,
    ),
    pod: pod(...label),
  },
  {
    id: 'miimon',
    title: 'Bad: miimon "0", so that nothing ever fails over',
    networks: documents(
      bondWith(line => line.replace('"100"', '"0"')),
      ...links,
    ),
    pod: pod(...label),
  },
  {
    id: 'json',
    title: 'Bad: JSON broken in a config',
    networks: documents(
      bondWith(line => line.replace('"failOverMac": 1', '"failOverMac": 1,')),
      ...links,
    ),
    pod: pod(...label),
  },
  {
    id: 'label-misplaced',
    title: 'Bad: the label among the annotations',
    networks: documents(bond(...goodBond), ...links),
    pod: pod('annotations:', '  bond-injector.io/bond: bond-net1'),
  },
  {
    id: 'misspelled',
    title: 'Bad: a name misspelled',
    networks: documents(bond(...goodBond), ...links),
    pod: pod('labels:', '  bond-injector.io/bond: bond-nte1'),
  },
  {
    id: 'one-port',
    title: 'Bad: both links on one port of the network card',
    networks: documents(bond(...goodBond), ...links, policy('port0', 'ens1f0#0-3'), policy('port1', 'ens1f0#4-7')),
    pod: pod(...label),
  },
  {
    id: 'yaml',
    title: 'Bad: YAML with one blank too few',
    networks: documents(bond(...goodBond), ...links),
    pod: pod('labels:', '  app: web', ' bond-injector.io/bond: bond-net1'),
  },
]
