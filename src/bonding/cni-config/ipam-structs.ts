import { goAny, goBool, goInt, goIp, goPointer, goSlice, goString, goStruct } from '../go-decode.ts'
import { goIpMaybeNet, goIpNet } from './ip-text.ts'
import { pluginConfFields } from './structs.ts'

/** containernetworking/cni 1.3.0 pkg/types `route`. */
const route = goStruct('types.route', {
  dst: goIpNet,
  gw: goIp,
  mtu: goInt,
  advmss: goInt,
  priority: goInt,
  table: goPointer(goInt),
  scope: goPointer(goInt),
})

const rangeFields = { rangeStart: goIp, rangeEnd: goIp, subnet: goIpNet, gateway: goIp }
const rangeSet = goSlice(goStruct('allocator.Range', rangeFields))

/** containernetworking/plugins 1.9.0 plugins/ipam/host-local/backend/allocator/config.go `Net`. */
export const hostLocalNet = goStruct('allocator.Net', {
  cniVersion: goString,
  ipam: goStruct('allocator.IPAMConfig', {
    ...rangeFields,
    Name: goString,
    type: goString,
    routes: goSlice(goPointer(route)),
    dataDir: goString,
    resolvConf: goString,
    ranges: goSlice(rangeSet),
  }),
  runtimeConfig: goStruct('allocator.RuntimeConfig', { ipRanges: goSlice(rangeSet), ips: goSlice(goIpMaybeNet) }),
  args: goStruct('allocator.Args', { cni: goStruct('allocator.IPAMArgs', { ips: goSlice(goIpMaybeNet) }) }),
})

/** The same in static and in whereabouts. Two keys that differ in case only: exactly `Address` is the second one. */
const address = goStruct('main.Address', {
  address: goString,
  gateway: goIp,
  Address: goStruct('net.IPNet', { IP: goIp, Mask: goAny }),
  Version: goString,
})

/** containernetworking/plugins 1.9.0 plugins/ipam/static/main.go `Net`. */
export const staticNet = goStruct('main.Net', {
  cniVersion: goString,
  ipam: goStruct('main.IPAMConfig', {
    Name: goString,
    type: goString,
    routes: goSlice(goPointer(route)),
    addresses: goSlice(address),
    dns: pluginConfFields.dns,
  }),
  runtimeConfig: goStruct('main.RuntimeConfig', { ips: goSlice(goString) }),
  args: goStruct('main.Args', { cni: goStruct('main.IPAMArgs', { ips: goSlice(goString) }) }),
})

/** k8snetworkplumbingwg/whereabouts 0.9 pkg/types/types.go `Net`, with the struct that IPAMConfig's own method reads. */
export const whereaboutsNet = goStruct('types.Net', {
  cniVersion: goString,
  ipam: goStruct('types.IPAMConfigAlias', {
    Name: goString,
    type: goString,
    routes: goSlice(goPointer(route)),
    datastore: goString,
    addresses: goSlice(address),
    ipRanges: goSlice(
      goStruct('types.RangeConfiguration', {
        exclude: goSlice(goString),
        range: goString,
        range_start: goIp,
        range_end: goIp,
      }),
    ),
    node_slice_size: goString,
    exclude: goSlice(goString),
    dns: pluginConfFields.dns,
    range: goString,
    range_start: goString,
    range_end: goString,
    gateway: goString,
    etcd_host: goString,
    etcd_username: goString,
    etcd_password: goString,
    etcd_key_file: goString,
    etcd_cert_file: goString,
    etcd_ca_cert_file: goString,
    leader_lease_duration: goInt,
    leader_renew_deadline: goInt,
    leader_retry_period: goInt,
    log_file: goString,
    log_level: goString,
    reconciler_cron_expression: goString,
    enable_overlapping_ranges: goBool,
    sleep_for_race: goInt,
    Gateway: goString,
    kubernetes: goStruct('types.KubernetesConfig', { kubeconfig: goString, k8s_api_root: goString }),
    configuration_path: goString,
    PodName: goString,
    PodNamespace: goString,
    network_name: goString,
  }),
})
