import t from 'tap'
import { readNetworksAnnotation } from '../../../src/bonding/networks-annotation.ts'

// Multus reads them all, also those that nobody needs here, and one is enough to lose the list.
const typed = [
  'name',
  'namespace',
  'ips',
  'mac',
  'infiniband-guid',
  'interface',
  'interfaceRequest',
  'portMappings',
  'bandwidth',
  'deviceID',
  'cni-args',
  'default-route',
]
const nested = {
  portMappings: ['hostPort', 'containerPort', 'protocol', 'hostIP'],
  bandwidth: ['ingressRate', 'ingressBurst', 'egressRate', 'egressBurst'],
}

for (const key of typed) {
  t.test(`a wrong type under ${key} is refused`, async t => {
    const list = readNetworksAnnotation(`[{"name":"a","${key}":true}]`, 'demo')
    t.match(list, { kind: 'unreadable', stage: 'parse', found: new RegExp(`^element 1: "${key}" is true, but`) })
  })
}

for (const [key, inner] of Object.entries(nested)) {
  for (const field of inner) {
    t.test(`a wrong type under ${key}, ${field} is refused`, async t => {
      const object = `{"${field}":true}`
      const list = readNetworksAnnotation(
        `[{"name":"a","${key}":${key === 'bandwidth' ? object : `[${object}]`}}]`,
        'demo',
      )
      t.match(list, { kind: 'unreadable', stage: 'parse', found: new RegExp(`^element 1: "${field}" is true, but`) })
    })
  }
}
