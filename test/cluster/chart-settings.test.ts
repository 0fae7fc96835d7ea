import t from 'tap'
import { readSettings } from '../../src/cli/settings.ts'
import { readSettingsFile } from '../../src/cli/settings-file/read-settings-file.ts'
import { fileKeys } from '../../src/cli/settings-file/file-keys.ts'
import { serveFlags } from '../../src/cli/serve-flags.ts'
import { chart, helmOf, objectOf, objectsIn, succeeded } from './helm.ts'
import { memberOf } from './json-member.ts'
import { sharedCluster } from './shared-cluster.ts'

const helm = await helmOf(sharedCluster())

/** What the chart makes of a site's values: the file, what it is mounted as, and what has pods replaced. */
async function rendered(values: object) {
  const flags = ['template', 'bi', chart, '-n', 'site', '-f', '-']
  const objects = objectsIn(await succeeded(helm(flags, { stdin: JSON.stringify(values) })))
  const template = memberOf(objectOf(objects, 'Deployment', 'bi-bond-injector'), 'spec', 'template')
  const file = memberOf(objectOf(objects, 'ConfigMap', 'bi-bond-injector-settings'), 'data', '.bond-injector.yaml')
  return {
    file: String(file),
    args: memberOf(template, 'spec', 'containers', 0, 'args'),
    checksum: memberOf(template, 'metadata', 'annotations', 'checksum/settings'),
  }
}

/** What the program takes from it. */
function settingsOf(file: string) {
  const reading = readSettingsFile('.bond-injector.yaml', file)
  if (reading.kind === 'wrong') return reading.problems
  const settings = readSettings(serveFlags, reading.given)
  return settings.kind === 'wrong' ? settings.problem : settings.value
}

const defaults = settingsOf('')
const cases = [
  { name: 'nothing', values: {}, settings: {} },
  { name: 'no discovery', values: { discovery: false }, settings: { discovery: 'off' } },
  { name: 'devices from elsewhere', values: { devices: 'leave' }, settings: { devices: 'leave' } },
  {
    name: 'refusals',
    values: { networkRefusals: 'documented', workloadVerdicts: 'refuse' },
    settings: { 'network-refusals': 'documented', 'workload-verdicts': 'refuse' },
  },
  {
    name: 'namespaces',
    values: { defaultNetworkNamespace: 'multus', namespaceIsolation: true, globalNamespaces: ['y', '007'] },
    settings: {
      'default-network-namespace': 'multus',
      'namespace-isolation': 'on',
      'global-namespaces': ['y', '007'],
    },
  },
  {
    name: 'bonds of the platform',
    values: { supportedModes: ['802.3ad'], switchLag: false, bondCni: 'before-2025-05' },
    settings: { 'supported-modes': ['802.3ad'], 'switch-lag': 'off', 'bond-cni': 'before-2025-05' },
  },
  {
    name: 'rules, one of them with a bare off',
    values: { rules: { 'links-are-sriov': false, 'no-host-network': 'off', 'links-by-discovery': 'error' } },
    settings: {
      rule: [
        { id: 'links-are-sriov', severity: 'off' },
        { id: 'links-by-discovery', severity: 'error' },
        { id: 'no-host-network', severity: 'off' },
      ],
    },
  },
]
for (const { name, values, settings } of cases) {
  t.test(`values reach the program: ${name}`, async t => {
    t.same(settingsOf((await rendered(values)).file), { ...Object(defaults), ...settings })
  })
}

t.test('all that a file can say, but for what only files of objects need', async t => {
  const { file, args } = await rendered({})
  const written = fileKeys.map(({ key }) => key).filter(key => new RegExp(`^${key}:`, 'm').test(file))
  const absent = fileKeys.map(({ key }) => key).filter(key => !written.includes(key))
  t.same(absent, ['namespace', 'min-certainty'])
  const flags = fileKeys.filter(({ flagName }) => String(args).includes(`--${flagName}=`))
  t.same(flags, [], 'and no flag says it as well, which would win')
})

t.test('pods are replaced when the settings change, and only then', async t => {
  const { checksum } = await rendered({})
  t.match(checksum, /^[0-9a-f]{64}$/)
  t.equal((await rendered({ commonLabels: { a: 'b' } })).checksum, checksum)
  t.not((await rendered({ rules: { 'no-host-network': 'off' } })).checksum, checksum)
  t.not((await rendered({ switchLag: false })).checksum, checksum)
})
