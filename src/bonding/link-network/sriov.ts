import { pluginConfFields } from '../cni-config/structs.ts'
import {
  decodeGo,
  type Decoding,
  goEmbedded,
  goInt,
  goPointer,
  goString,
  goStruct,
  type GoValue,
} from '../go-decode.ts'
import type { JsonObject } from '../go-json.ts'

/** sriov-cni pkg/types/types.go `NetConf`; keys without a tag are left out but for those that people write. */
const netConf = goStruct('types.NetConf', {
  cniVersion: goEmbedded('NetConf', pluginConfFields.cniVersion),
  name: goEmbedded('NetConf', pluginConfFields.name),
  type: goEmbedded('NetConf', pluginConfFields.type),
  capabilities: goEmbedded('NetConf', pluginConfFields.capabilities),
  ipam: goEmbedded('NetConf', pluginConfFields.ipam),
  dns: goEmbedded('NetConf', pluginConfFields.dns),
  Master: goString,
  MAC: goString,
  vlan: goPointer(goInt),
  vlanQoS: goPointer(goInt),
  vlanProto: goPointer(goString),
  deviceID: goString,
  min_tx_rate: goPointer(goInt),
  max_tx_rate: goPointer(goInt),
  spoofchk: goString,
  trust: goString,
  link_state: goString,
})

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
