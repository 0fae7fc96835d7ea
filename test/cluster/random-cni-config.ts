import fc from 'fast-check'
import { damaged, listText, objectText, recordText, valueText } from './random-json.ts'
import { type JsonText, numberText, stringText } from './random-json-scalar.ts'

const anyOf = (...texts: readonly string[]): JsonText => fc.constantFrom(...texts)

const type = anyOf('"bond"', '"sriov"', '"tuning"', '"bond"', '""', '"../bond"', '"BOND"')
const name = anyOf('"bond-net1"', '"net 1"', '""', '"a/b"', '"-a"', '"A_b.c"')
const version = anyOf(
  '"0.3.1"',
  '"1.0.0"',
  '"1.1.0"',
  '"0.4.0"',
  '"0.1.0"',
  '""',
  '"v1"',
  '"1.0"',
  '"2.0.0"',
  '"1.0.0.0"',
  '"1.-1"',
  '"00.4"',
  '"1.2.3"',
)
const truth = anyOf('true', 'false', '"true"', '"False"', '"yes"', '1')
const texts = listText(stringText)

const pluginFields: Readonly<Record<string, JsonText>> = {
  type,
  name,
  cniVersion: version,
  mode: anyOf('"active-backup"', '1'),
  miimon: anyOf('"100"', '100'),
  failOverMac: numberText,
  links: listText(recordText({ name: anyOf('"net1"', '"net2"') }, 2)),
  ipam: recordText({ type: anyOf('"host-local"', '"static"', '""'), subnet: stringText }),
  dns: recordText({ nameservers: texts, domain: stringText, search: texts, options: texts }),
  capabilities: objectText(fc.tuple(stringText, truth)),
  prevResult: objectText(fc.tuple(stringText, valueText)),
  'cni.dev/valid-attachments': listText(recordText({ containerID: stringText, ifname: stringText })),
  args: valueText,
  unknown: valueText,
}

const plugins = listText(
  fc.oneof({ arbitrary: withFirst('type', type, recordText(pluginFields)), weight: 15 }, valueText),
)
const listFields: Readonly<Record<string, JsonText>> = {
  plugins,
  name,
  cniVersion: version,
  cniVersions: listText(fc.oneof({ arbitrary: version, weight: 9 }, valueText)),
  disableCheck: truth,
  disableGC: truth,
  loadOnlyInlinedPlugins: truth,
  type: anyOf('""', 'null'),
  unknown: valueText,
}

/** spec.config, in both forms. */
export const cniConfigText: JsonText = damaged(
  fc.oneof(
    { arbitrary: withFirst('type', type, recordText(pluginFields, 6)), weight: 8 },
    { arbitrary: withFirst('plugins', plugins, recordText(listFields, 5)), weight: 8 },
    { arbitrary: recordText({ ...pluginFields, ...listFields }, 5), weight: 4 },
    valueText,
  ),
)

/** Cases in which the chain is known to surprise. */
export const knownConfigs = [
  'null',
  '[]',
  '{}',
  '{"plugins":[]}',
  '{"plugins":[null]}',
  // Multus folds the case of this key, libcni does not.
  '{"Plugins":[{"type":"bond"}]}',
  '{"plugins":[],"PLUGINS":[{"type":"bond"}]}',
  '{"type":"bond","x":1e400}',
  '{"type":"bond","type":null}',
  '{"type":"bond","Type":"zzz"}',
  '{"type":"zzz","TYPE":"bond"}',
  '{"type":"bond","name":null}',
  '{"type":"bond","name":"x","name":null}',
  '{"type":"bond","cniVersion":null}',
  '{"type":"bond","cniVersion":"1.0.0","cniVer\u017fion":"9"}',
  '{"plugins":[{"type":"bond"}],"cniVersions":["0.3.1","1.1.0","9.0.0"],"loadOnlyInlinedPlugins":"TRUE"}',
]

/** An object that mostly begins with this member: without it hardly any config would get far. */
function withFirst(key: string, value: JsonText, object: JsonText): JsonText {
  return fc.tuple(fc.nat(9), value, object).map(([chance, first, text]) => {
    const rest = text.slice(1)
    if (chance === 0) return text
    return `{"${key}":${first}${/^\s*}/.test(rest) ? '' : ','}${rest}`
  })
}
