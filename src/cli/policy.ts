import type { Policy } from '../bonding/policy.ts'
import type { Settings } from './flag.ts'
import type { siteFlags } from './site-flags.ts'

/** What the site decides, from its flags. Of several settings of one rule the last counts. */
export function policyOf(settings: Settings<typeof siteFlags>): Policy {
  return {
    discovery: settings.discovery === 'on',
    devices: settings.devices,
    defaultNetworkNamespace: settings['default-network-namespace'],
    supportedModes: settings['supported-modes'],
    globalNamespaces: settings['namespace-isolation'] === 'on' ? settings['global-namespaces'] : undefined,
    switchLag: settings['switch-lag'] === 'on',
    bondCni: settings['bond-cni'],
    severities: new Map(settings.rule.map(({ id, severity }) => [id, severity])),
  }
}
