import { nearest } from '../../did-you-mean.ts'
import { goFold } from '../../go-fold.ts'
import { rule } from '../rule.ts'
import { ownKeyOf, ownKeys, placeOfMember, writtenMembers } from './own-keys.ts'

export default rule({
  id: 'key-known',
  object: 'bond-network',
  severity: 'warning',
  certainty: 'silently-defeated',
  summary: 'every key of the config is one that somebody reads',
  why: 'Go leaves out keys that it does not know, without a word: the setting has no effect.',
  sources: ['k8snetworkplumbingwg/bond-cni bond/bond.go:40-52', 'k8snetworkplumbingwg/bond-cni pull request 17'],
  examples: {
    bad: [
      '"lacpRate": "fast"',
      '"updelay": 200',
      '"trust": "on"',
      '"failOverMAC1": 1',
      '"linkInContainer": true',
      '"deviceID": "0000:3b:02.0"',
      '"x-owner": {"team": "net"}',
    ],
    good: ['"capabilities": {"ips": true}, "dns": {}, "args": {}', '"_comment": "for the trading pods"'],
  },
  check(bond, report) {
    for (const member of writtenMembers(bond)) {
      const key = member.key.value
      if (ownKeyOf(key) !== undefined || sharedKeys.includes(goFold(key)) || isComment(key)) continue
      report(placeOfMember(bond, member), 'not read', fixOf(key))
    }
  },
})

/** Read by Multus, libcni or an IPAM plugin; `ifname` and `plugins` have rules of their own. */
const sharedKeys: readonly string[] = [
  'cniVersion',
  'cniVersions',
  'name',
  'type',
  'capabilities',
  'ipam',
  'dns',
  'prevResult',
  'runtimeConfig',
  'args',
  'cni.dev/valid-attachments',
  'cni.dev/attachments',
  'disableCheck',
  'plugins',
  'ifname',
].map(goFold)

/** JSON has no comments, so that people write them as keys. */
function isComment(key: string): boolean {
  return /^(?:_|\/\/|#)|^(?:comment|description)s?$/i.test(key)
}

/** Options of the kernel's bonding driver that no key sets. */
const ofKernel =
  /^(?:lacp|up_?delay|down_?delay|primary|arp|ad_|min_?links|resend|num_|peer_notif|packets_per|use_carrier|lp_)/i
const ofLink = /^(?:trust|spoof_?chk|vlan|link_?state|m(?:in|ax)_?tx|resourceName)/i

function fixOf(key: string): string {
  const meant = nearest(key, ownKeys)
  if (meant.length > 0) return `Did you mean ${meant.join(' or ')}?`
  if (ofKernel.test(key)) return 'Take it out: it cannot set that'
  if (ofLink.test(key)) return 'Move it to the SR-IOV network'
  return 'Take it out'
}
