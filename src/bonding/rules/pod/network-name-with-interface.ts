import { rule } from '../rule.ts'
import { askedAt } from './places.ts'

const long = 'n'.repeat(185)

export default rule({
  id: 'network-name-with-interface',
  object: 'pod',
  severity: 'error',
  certainty: 'refused-at-add',
  summary: 'the names of a network and of its interface fit a file name',
  why: 'libcni keeps the result of ADD in <name>-<64 digits>-<interface>, and a file name has at most 255 bytes: with bond0 the name of the network has at most 184. ADD fails after all of its work: "file name too long".',
  sources: ['run: libcni 1.3.0; 184 bytes work with bond0, 185 do not'],
  examples: {
    bad: [{ networks: 'sriovnet1@net1,sriovnet2@net2', definitions: { 'bond-net1': `"name": "${long}"` } }],
    good: [{ networks: 'sriovnet1@net1,sriovnet2@net2', definitions: { 'bond-net1': `"name": "${long.slice(1)}"` } }],
  },
  check(pod, report) {
    for (const attachment of pod.attachments) {
      const { network, text, interface: name } = attachment
      const length = network?.nameBytes ?? 0
      const room = 255 - 66 - name.length
      // Beyond 188 no interface is short enough, which the network's own rule says.
      if (length <= room || length > 188) continue
      const found = `the name in ${text} has ${length} bytes, and with ${name} at most ${room} fit`
      const { place } = askedAt(pod, attachment)
      report(place, `${found} (libcni: file name too long)`, 'Give the network a shorter "name"', {
        reveals: network ? [network] : [],
      })
    }
  },
})
