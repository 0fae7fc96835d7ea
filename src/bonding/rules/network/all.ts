import type { ConfigProblemKind } from '../../cni-config.ts'
import type { Rule } from '../rule.ts'
import cniKeyType from './cni-key-type.ts'
import cniVersionSpelledOnce from './cni-version-spelled-once.ts'
import cniVersionSupported from './cni-version-supported.ts'
import cniVersionWithoutIpam from './cni-version-without-ipam.ts'
import configJson from './config-json.ts'
import configObject from './config-object.ts'
import configSize from './config-size.ts'
import hostLocalRange from './host-local-range.ts'
import ipamKeyType from './ipam-key-type.ts'
import ipamRoutesReadable from './ipam-routes-readable.ts'
import ipamTypeName from './ipam-type-name.ts'
import ipamTypeNotAPath from './ipam-type-not-a-path.ts'
import networkNameLegal from './network-name-legal.ts'
import networkNameLength from './network-name-length.ts'
import networkNameNotNull from './network-name-not-null.ts'
import numberFitsFloat from './number-fits-float.ts'
import oneAddressPerFamily from './one-address-per-family.ts'
import pluginTypePresent from './plugin-type-present.ts'
import pluginsNotEmpty from './plugins-not-empty.ts'
import pluginsSpelledExactly from './plugins-spelled-exactly.ts'
import staticAddressPrefix from './static-address-prefix.ts'
import typeNotAPath from './type-not-a-path.ts'
import typeOrPlugins from './type-or-plugins.ts'
import typePresent from './type-present.ts'
import whereaboutsRange from './whereabouts-range.ts'

/** What the chain refuses is worded by a rule: a new kind does not compile without one. */
const ofProblems: Readonly<Record<ConfigProblemKind, Rule<'network'>>> = {
  'not-json': configJson,
  'not-an-object': configObject,
  'number-too-big': numberFitsFloat,
  'wrong-type': cniKeyType,
  'no-type': typePresent,
  'no-plugins': pluginsNotEmpty,
  'plugins-misspelled': pluginsSpelledExactly,
  'plugin-without-type': pluginTypePresent,
  'type-is-a-path': typeNotAPath,
  'no-name': networkNameNotNull,
  'name-characters': networkNameLegal,
  'version-unsupported': cniVersionSupported,
}

export const networkRules: readonly Rule<'network'>[] = [
  ...Object.values(ofProblems),
  configSize,
  cniVersionSpelledOnce,
  cniVersionWithoutIpam,
  ipamTypeNotAPath,
  ipamKeyType,
  hostLocalRange,
  ipamRoutesReadable,
  staticAddressPrefix,
  whereaboutsRange,
  oneAddressPerFamily,
  networkNameLength,
  typeOrPlugins,
  ipamTypeName,
]
