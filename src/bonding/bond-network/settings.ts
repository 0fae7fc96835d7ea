import type { BondKey, BondSettings } from '../bond-network.ts'
import { pluginConfFields } from '../cni-config/structs.ts'
import {
  decodeGo,
  type Decoding,
  goAny,
  goBool,
  goEmbedded,
  goInt,
  goMap,
  goPointer,
  goSlice,
  goString,
  goStruct,
  type GoValue,
} from '../go-decode.ts'
import type { JsonNode, JsonObject } from '../go-json.ts'

/** bond-cni bond/bond.go (258926a) `bondingConfig`. Keys of its own come last: a key that both had would be its own. */
const bondingConfig = goStruct('main.bondingConfig', {
  cniVersion: goEmbedded('NetConf', pluginConfFields.cniVersion),
  name: goEmbedded('NetConf', pluginConfFields.name),
  type: goEmbedded('NetConf', pluginConfFields.type),
  capabilities: goEmbedded('NetConf', pluginConfFields.capabilities),
  ipam: goEmbedded('NetConf', pluginConfFields.ipam),
  dns: goEmbedded('NetConf', pluginConfFields.dns),
  prevResult: goEmbedded('NetConf', pluginConfFields.prevResult),
  'cni.dev/valid-attachments': goEmbedded('NetConf', pluginConfFields['cni.dev/valid-attachments']),
  mode: goString,
  linksInContainer: goBool,
  failOverMac: goInt,
  miimon: goString,
  links: goSlice(goMap(goAny)),
  mtu: goInt,
  allSlavesActive: goPointer(goInt),
  tlbDynamicLb: goPointer(goInt),
  xmitHashPolicy: goPointer(goString),
})

export type BondDecoding = Decoding<GoValue<typeof bondingConfig>>

export function decodeBond(received: JsonObject): BondDecoding {
  return decodeGo(received, bondingConfig)
}

export function bondSettings(decoding: BondDecoding): BondSettings {
  const { value } = decoding
  const readable = <T>(key: BondKey, setting: T): T | undefined => (isMismatched(decoding, key) ? undefined : setting)
  return {
    mode: readable('mode', value.mode),
    linksInContainer: readable('linksInContainer', value.linksInContainer),
    failOverMac: readable('failOverMac', value.failOverMac),
    miimon: readable('miimon', value.miimon),
    links: readable('links', value.links ?? [])?.map(link => ({ name: textOf(link?.get('name')) })),
    mtu: readable('mtu', value.mtu),
    allSlavesActive: readable('allSlavesActive', value.allSlavesActive),
    tlbDynamicLb: readable('tlbDynamicLb', value.tlbDynamicLb),
    xmitHashPolicy: readable('xmitHashPolicy', value.xmitHashPolicy),
    ipamType: readable('ipam', value.ipam.type),
  }
}

function isMismatched({ mismatches }: BondDecoding, key: BondKey): boolean {
  return mismatches.some(({ path }) => path[0] === key)
}

function textOf(node: JsonNode | null | undefined): string | undefined {
  return node?.kind === 'string' ? node.value : undefined
}
