import { nearest } from '../../did-you-mean.ts'
import { rule } from '../rule.ts'
import { bondModes, knownMode } from './modes.ts'
import { brief, missing, quoted, wrongType } from './written.ts'

export default rule({
  id: 'mode-known',
  object: 'bond-network',
  severity: 'error',
  certainty: 'refused-at-load',
  summary: 'mode is one of the seven names of bonding modes',
  why: 'Bond CNI compares the text exactly, case included, and has no default. It does not take the numbers of the kernel, nor short names: the example "tlb" of the OpenShift documentation is refused. Builds before May 2025 leave that to the kernel, which refuses it at ADD only.',
  sources: ['k8snetworkplumbingwg/bond-cni bond/bond.go:73-76', 'vishvananda/netlink link.go:641-649'],
  examples: {
    bad: [
      '"mode": "tlb"',
      '"mode": "1"',
      '"mode": 1',
      '"mode": "Active-Backup"',
      '"mode": "active-backup "',
      '"mode": ""',
      '"mode": null',
      { without: ['mode'] },
    ],
    good: ['"mode": "active-backup"', '"mode": "balance-xor", "failOverMac": 0, "xmitHashPolicy": "layer3+4"'],
  },
  check(bond, report, { supportedModes }) {
    const wrong = wrongType(bond, 'mode', 'the name of a mode')
    if (wrong) {
      report(wrong.place, wrong.found, fixOf(wrong.node.kind === 'number' ? wrong.node.literal : '', supportedModes))
      return
    }
    const { mode } = bond.settings
    if (mode === undefined || knownMode(mode)) return
    const said = `Bond CNI: bonding mode (${brief(mode)}) is not supported`
    if (bond.given('mode')) {
      report(bond.at('mode'), `${quoted(mode)} is no bonding mode (${said})`, fixOf(mode, supportedModes), {
        reason: 'FieldValueNotSupported',
      })
    } else {
      const found = `${missing(bond.at('mode'))}, and Bond CNI has no default for it (${said})`
      report(bond.at('mode'), found, 'Set "mode": "active-backup"', { reason: 'FieldValueRequired' })
    }
  },
})

function fixOf(mode: string, supported: readonly string[]): string {
  const meant = suggestions(mode)
  const question = meant.length > 0 ? `Did you mean ${meant.join(' or ')}? ` : ''
  return `${question}Use ${supported.join(', ')}`
}

/** The kernel's number, the end of a name, the usual other name of 802.3ad; else what is spelled nearly so. */
function suggestions(mode: string): readonly string[] {
  const word = mode.trim().toLowerCase()
  const numbered = /^[0-6]$/.test(word) ? bondModes[Number(word)] : undefined
  if (numbered) return [numbered]
  if (word === 'lacp') return ['802.3ad']
  const ended = word === '' ? [] : bondModes.filter(known => known.endsWith(`-${word}`))
  return ended.length > 0 ? ended : nearest(mode, bondModes)
}
