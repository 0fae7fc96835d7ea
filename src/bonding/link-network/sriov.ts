import { pluginConfFields } from '../cni-config/structs.ts'
import {
  decodeGo,
  type Decoding,
  goBool,
  goEmbedded,
  goInt,
  goPointer,
  goString,
  goStruct,
  type GoType,
  type GoValue,
} from '../go-decode.ts'
import type { JsonObject } from '../go-json.ts'

/** sriov-cni 2.9 pkg/types/types.go `VfState`: no tags, so that the author's config is decoded into it as well. */
const vfState = goStruct('types.VfState', {
  HostIFName: goString,
  SpoofChk: goBool,
  Trust: goBool,
  AdminMAC: goString,
  EffectiveMAC: goString,
  Vlan: goInt,
  VlanQoS: goInt,
  VlanProto: goInt,
  MinTxRate: goInt,
  MaxTxRate: goInt,
  LinkState: goInt,
  MTU: goInt,
})

/** sriov-cni 2.9 pkg/types/types.go `NetConf`. Keys without a tag are those of the Go fields. */
const netConf = goStruct('types.NetConf', {
  cniVersion: goEmbedded('NetConf', pluginConfFields.cniVersion),
  name: goEmbedded('NetConf', pluginConfFields.name),
  type: goEmbedded('NetConf', pluginConfFields.type),
  capabilities: goEmbedded('NetConf', pluginConfFields.capabilities),
  ipam: goEmbedded('NetConf', pluginConfFields.ipam),
  dns: goEmbedded('NetConf', pluginConfFields.dns),
  OrigVfState: own(vfState),
  Master: own(goString),
  MAC: own(goString),
  MTU: own(goPointer(goInt)),
  vlan: own(goPointer(goInt)),
  vlanQoS: own(goPointer(goInt)),
  vlanProto: own(goPointer(goString)),
  deviceID: own(goString),
  VFID: own(goInt),
  min_tx_rate: own(goPointer(goInt)),
  max_tx_rate: own(goPointer(goInt)),
  spoofchk: own(goString),
  trust: own(goString),
  link_state: own(goString),
  runtimeConfig: own(goStruct('types.RuntimeConfig', { mac: goString })),
  logLevel: own(goString),
  logFile: own(goString),
})

function own<T>(field: GoType<T>): GoType<T> {
  return goEmbedded('SriovNetConf', field)
}

/**
 * What SR-IOV CNI makes of its config: `''` and null are what is not given. Of trust and spoofchk only the exact text `on`
 * means on; anything else that is given means off (pkg/sriov/sriov.go ApplyVFConfig).
 */
export type SriovSettings = Pick<
  GoValue<typeof netConf>,
  'vlan' | 'vlanQoS' | 'vlanProto' | 'spoofchk' | 'trust' | 'link_state' | 'deviceID'
>

export function decodeSriov(received: JsonObject): Decoding<GoValue<typeof netConf>> {
  return decodeGo(received, netConf)
}

export function sriovSettings(received: JsonObject): SriovSettings {
  const { vlan, vlanQoS, vlanProto, spoofchk, trust, link_state, deviceID } = decodeSriov(received).value
  return { vlan, vlanQoS, vlanProto, spoofchk, trust, link_state, deviceID }
}
