import { rule } from '../rule.ts'
import { onePerNetwork, sriovLinks } from './fed-links.ts'

const xor = { with: '"mode": "balance-xor", "failOverMac": 0, "xmitHashPolicy": "layer3+4"' }
const link = (more: string, port: number) => ({
  with: more,
  annotations: { 'k8s.v1.cni.cncf.io/resourceName': `openshift.io/port${port}` },
})
const networks = 'sriovnet1@net1,sriovnet2@net2'

export default rule({
  id: 'trusted-links',
  object: 'pod',
  severity: 'error',
  certainty: 'documented',
  summary: 'the links of a bond of mode balance-rr or balance-xor are trusted',
  why: 'In these modes all links get one MAC address, and the driver of an untrusted virtual function refuses to change the one that it was given: the second link is not taken in, and the bond has one leg.',
  sources: [
    'openshift/openshift-docs modules/nw-sriov-cfg-bond-interface-with-virtual-functions.adoc',
    'run: Linux 6.12 and igb, pinned MAC addresses, untrusted: EADDRNOTAVAIL',
  ],
  examples: {
    bad: [
      { networks, definitions: { 'bond-net1': xor } },
      {
        networks,
        definitions: { 'bond-net1': xor, sriovnet1: link('"trust": "on"', 0), sriovnet2: link('"trust": "off"', 1) },
      },
    ],
    good: [
      {
        networks,
        definitions: { 'bond-net1': xor, sriovnet1: link('"trust": "on"', 0), sriovnet2: link('"trust": "on"', 1) },
      },
    ],
  },
  check(pod, report) {
    for (const bond of pod.bonds) {
      const mode = bond.network.settings?.mode
      if (mode !== 'balance-rr' && mode !== 'balance-xor') continue
      for (const { network, settings } of onePerNetwork(sriovLinks(pod, bond))) {
        if (settings.trust === 'on') continue
        const found = `${settings.trust === '' ? 'missing' : 'off'}, but ${bond.attachment.text} is ${mode}`
        report(network.field('trust'), found, 'Set "trust": "on"', { on: network, reveals: [bond.network, network] })
      }
    }
  },
})
