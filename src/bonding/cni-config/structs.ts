import { goBool, goMap, goAny, goPointer, goSlice, goString, goStruct } from '../go-decode.ts'

/**
 * The keys that every plugin config shares, with the types that Multus, libcni and plugins decode them into
 * (containernetworking/cni 1.3.0 pkg/types `PluginConf`, also known as `NetConf`). A wrong type in any of them stops Multus,
 * whether somebody uses the key or not.
 */
export const pluginConfFields = {
  cniVersion: goString,
  name: goString,
  type: goString,
  capabilities: goMap(goBool),
  ipam: goStruct('types.IPAM', { type: goString }),
  dns: goStruct('types.DNS', {
    nameservers: goSlice(goString),
    domain: goString,
    search: goSlice(goString),
    options: goSlice(goString),
  }),
  prevResult: goMap(goAny),
  'cni.dev/valid-attachments': goSlice(goStruct('types.GCAttachment', { containerID: goString, ifname: goString })),
}

export const pluginConf = goStruct('types.PluginConf', pluginConfFields)

/** pkg/types `NetConfList`, as Multus decodes a config without a `type`. */
export const netConfList = goStruct('types.NetConfList', {
  cniVersion: goString,
  name: goString,
  disableCheck: goBool,
  disableGC: goBool,
  plugins: goSlice(goPointer(pluginConf)),
})
