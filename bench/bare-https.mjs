// The floor: a webhook that only speaks TLS, parses the body once and answers six operations, always the same. It knows no
// Fastify, no rules, no log, no limits. Arguments: certificate and key, PEM files.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'

const [cert, key] = process.argv.slice(2).map(file => readFileSync(file))
const device = name => ({ op: 'add', path: `/spec/containers/0/resources/${name}`, value: '1' })
const status =
  '{"version":1,"bonds":[{"interface":"bond0","network":"demo/bond-net1","linksFrom":"discovery","links":' +
  '[{"interface":"net1","network":"demo/sriovnet1"},{"interface":"net2","network":"demo/sriovnet2"}]}]}'
const operations = [
  {
    op: 'add',
    path: '/metadata/annotations/k8s.v1.cni.cncf.io~1networks',
    value: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0',
  },
  { op: 'add', path: '/metadata/annotations/bond-injector.io~1status', value: status },
  ...['requests', 'limits'].flatMap(list => [1, 2].map(port => device(`${list}/openshift.io~1sriovnet${port}`))),
]

// A round of ours may last longer than Node's 5 s for idle connections.
const server = createServer({ cert, key, keepAliveTimeout: 120_000 }, (incoming, outgoing) => {
  const chunks = []
  incoming.on('data', chunk => chunks.push(chunk))
  incoming.on('end', () => {
    const { request } = JSON.parse(Buffer.concat(chunks).toString())
    const patch = Buffer.from(JSON.stringify(operations)).toString('base64')
    const response = { uid: request.uid, allowed: true, patchType: 'JSONPatch', patch }
    const text = JSON.stringify({ apiVersion: 'admission.k8s.io/v1', kind: 'AdmissionReview', response })
    outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
    outgoing.end(text)
  })
})
server.listen(0, '127.0.0.1', () => {
  console.log(JSON.stringify({ msg: 'listening', webhook: `https://127.0.0.1:${server.address().port}` }))
})
