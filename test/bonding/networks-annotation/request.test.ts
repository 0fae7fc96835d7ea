import t from 'tap'
import { addressProblem } from '../../../src/bonding/networks-annotation/request.ts'

const nothing = { mac: '', 'infiniband-guid': '', ips: null }
const mac = '02:00:00:00:00:01'

const fine: { name: string; request: Partial<Parameters<typeof addressProblem>[0]> }[] = [
  { name: 'nothing asked', request: {} },
  { name: 'an empty list of addresses', request: { ips: [] } },
  { name: 'a MAC address', request: { mac } },
  { name: 'a MAC address of eight bytes: Multus does not count', request: { mac: `${mac}:02:03` } },
  { name: 'a GUID of six bytes: Multus does not count', request: { 'infiniband-guid': mac } },
  { name: 'addresses with and without a prefix length', request: { ips: ['10.0.0.1', '10.0.0.1/24', 'fd00::1/64'] } },
]

for (const { name, request } of fine) {
  t.test(`fine: ${name}`, async t => void t.equal(addressProblem({ ...nothing, ...request }), undefined))
}

const refused: {
  name: string
  request: Partial<Parameters<typeof addressProblem>[0]>
  path: unknown[]
  found: RegExp
  multus: string
}[] = [
  { name: 'a short MAC address', request: { mac: '02:00' }, path: ['mac'], found: /"02:00"/, multus: 'failed to mac' },
  { name: 'a blank for a MAC address', request: { mac: ' ' }, path: ['mac'], found: /" "/, multus: 'failed to mac' },
  {
    name: 'a GUID in another form',
    request: { 'infiniband-guid': '0x0200' },
    path: ['infiniband-guid'],
    found: /no GUID/,
    multus: 'failed to validate infiniband GUID',
  },
  {
    name: 'the MAC address before the GUID',
    request: { mac: 'x', 'infiniband-guid': 'y' },
    path: ['mac'],
    found: /"x"/,
    multus: 'failed to mac',
  },
  {
    name: 'the GUID before the addresses',
    request: { 'infiniband-guid': 'y', ips: ['z'] },
    path: ['infiniband-guid'],
    found: /"y"/,
    multus: 'failed to validate infiniband GUID',
  },
  {
    name: 'a word',
    request: { ips: ['10.0.0.1', 'dhcp'] },
    path: ['ips', 1],
    found: /"dhcp", which is no IP address$/,
    multus: 'failed to parse IP address',
  },
  {
    name: 'an empty text',
    request: { ips: [''] },
    path: ['ips', 0],
    found: /""/,
    multus: 'failed to parse IP address',
  },
  {
    name: 'the first of two',
    request: { ips: ['x', 'y'] },
    path: ['ips', 0],
    found: /"x"/,
    multus: 'failed to parse IP address',
  },
  {
    name: 'a leading zero',
    request: { ips: ['010.0.0.5'] },
    path: ['ips', 0],
    found: /leading zero/,
    multus: 'failed to parse IP address',
  },
  {
    name: 'a zone',
    request: { ips: ['fe80::1%eth0'] },
    path: ['ips', 0],
    found: /a zone/,
    multus: 'failed to parse IP address',
  },
  {
    name: 'a blank behind',
    request: { ips: ['10.0.0.5 '] },
    path: ['ips', 0],
    found: /a blank/,
    multus: 'failed to parse IP address',
  },
  {
    name: 'a netmask',
    request: { ips: ['10.0.0.5/255.255.255.0'] },
    path: ['ips', 0],
    found: /a netmask/,
    multus: 'failed to parse CIDR',
  },
  {
    name: 'a prefix too long',
    request: { ips: ['10.0.0.5/33'] },
    path: ['ips', 0],
    found: /with a prefix length$/,
    multus: 'failed to parse CIDR',
  },
]

for (const { name, request, ...problem } of refused) {
  t.test(`refused: ${name}`, async t => void t.match(addressProblem({ ...nothing, ...request }), problem))
}
