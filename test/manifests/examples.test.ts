import { fileURLToPath } from 'node:url'
import t from 'tap'
import { loadManifests } from '../../src/manifests/load-manifests.ts'
import { readManifestFiles } from '../../src/manifests/manifest-files.ts'
import { readDocuments } from '../../src/manifests/read-documents.ts'

const examples = fileURLToPath(new URL('../../examples/', import.meta.url))

t.test('the networks of the OpenShift page', async t => {
  const { catalogue, errors, warnings } = loadManifests(await readManifestFiles({ paths: [`${examples}openshift`] }))
  t.strictSame([errors, warnings], [[], []])
  t.equal(catalogue.size, 3)
  t.match(catalogue.get('demo', 'sriovnet1'), { type: 'sriov', resourceName: 'openshift.io/port0', discoverable: true })
  t.match(catalogue.get('demo', 'sriovnet2'), { type: 'sriov', resourceName: 'openshift.io/port1', discoverable: true })
  t.match(catalogue.get('demo', 'bond-net1'), {
    kind: 'bond',
    linkNames: ['net1', 'net2'],
    settings: {
      mode: 'active-backup',
      failOverMac: 1,
      linksInContainer: true,
      miimon: '100',
      mtu: 1500,
      ipamType: 'host-local',
    },
  })
})

t.test('the bond of the page is written as the page writes it: its config is not indented', async t => {
  const { files } = await readManifestFiles({ paths: [`${examples}openshift/bond-net1.yaml`] })
  t.match(files[0]?.text, /^ {2}config: '\{\n {2}"type": "bond",\n/m)
  const [object] = readDocuments(files[0]?.text ?? '', 'bond-net1.yaml').objects
  const { config } = object?.value['spec'] as { config: string }
  t.strictSame(JSON.parse(config), {
    type: 'bond',
    cniVersion: '0.3.1',
    name: 'bond-net1',
    mode: 'active-backup',
    failOverMac: 1,
    linksInContainer: true,
    miimon: '100',
    mtu: 1500,
    links: [{ name: 'net1' }, { name: 'net2' }],
    ipam: { type: 'host-local', subnet: '10.56.217.0/24', routes: [{ dst: '0.0.0.0/0' }], gateway: '10.56.217.1' },
  })
  t.strictSame(object?.scalarPosition(['spec', 'config'], config.indexOf('1500')), { line: 15, column: 10 })
})

t.test('the pods', async t => {
  const cases = [
    { file: 'pod.yaml', name: 'bondpod1', label: 'bond-net1', annotations: undefined },
    {
      file: 'pod-openshift-page.yaml',
      name: 'bondpod1',
      label: 'bond-net1',
      annotations: { 'k8s.v1.cni.cncf.io/networks': 'demo/sriovnet1, demo/sriovnet2, demo/bond-net1' },
    },
    {
      file: 'refused/pod-no-failovermac.yaml',
      name: 'bondpod-no-failovermac',
      label: 'bond-no-failovermac',
      annotations: undefined,
    },
  ]
  for (const { file, name, label, annotations } of cases) {
    const { files } = await readManifestFiles({ paths: [`${examples}${file}`] })
    const { objects, problems } = readDocuments(files[0]?.text ?? '', file)
    t.strictSame(problems, [], file)
    t.strictSame(
      objects[0]?.value['metadata'],
      { name, namespace: 'demo', labels: { 'bond-injector.io/bond': label }, ...(annotations && { annotations }) },
      file,
    )
    t.strictSame(
      objects[0]?.value['spec'],
      {
        containers: [
          {
            name: 'podexample',
            image: 'quay.io/openshift/origin-network-interface-bond-cni:4.11.0',
            command: ['/bin/bash', '-c', 'sleep INF'],
          },
        ],
      },
      file,
    )
  }
})

t.test('the refused bond lacks failOverMac and nothing else', async t => {
  const { catalogue, errors } = loadManifests(await readManifestFiles({ paths: [`${examples}refused`] }))
  t.strictSame(errors, [])
  t.match(catalogue.get('demo', 'bond-no-failovermac'), {
    kind: 'bond',
    settings: { mode: 'active-backup', failOverMac: 0 },
  })
})
