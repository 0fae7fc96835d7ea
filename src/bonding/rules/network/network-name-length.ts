import { rule } from '../rule.ts'

/** The file that libcni keeps is called `<name>-<64 hex digits>-<interface>`, and a file name has at most 255 bytes. */
const longest = 255 - 66 - 1

const long = 'n'.repeat(189)

export default rule({
  id: 'network-name-length',
  object: 'network',
  severity: 'error',
  certainty: 'refused-at-add',
  summary: 'the name of a network leaves room in the name of a file',
  why: 'libcni keeps the result of ADD in a file called after the network, the container and the interface. Where that is longer than 255 bytes, ADD fails after all of its work: "file name too long". Kubernetes allows names up to 253.',
  sources: ['run: libcni 1.3.0; 184 bytes work with bond0, 185 do not'],
  examples: { bad: [`"name": "${long}"`], good: ['"name": "bond-net1"', `"name": "${long.slice(20)}"`] },
  check({ config }, report) {
    if (config.kind !== 'plugins' || config.problems.length > 0 || config.name === undefined) return
    const { value, place } = config.name
    const { length } = new TextEncoder().encode(value)
    if (length <= longest) return
    const found = `${length} bytes long, and at most ${longest} fit (libcni: file name too long)`
    report(place, found, 'Give it a shorter name')
  },
})
