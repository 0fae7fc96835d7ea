import type { Explanation } from '../bonding/explain/explanation.ts'
import { annotations, bondLabel } from '../bonding/keys.ts'
import { wrap } from '../manifests/lint/report/wrap.ts'
import { carriedLines } from './explain-carried.ts'
import { attachmentLines, deviceLines, linkLines } from './explain-tables.ts'
import { findingLines, ignoredLines } from './explain-findings.ts'

const width = 80

/** Why a pod gets what it gets, step by step; what is not known is left out, and the rules say why. */
export function explainText(explanation: Explanation): string {
  const { object, attachments, devices, findings, ignored } = explanation
  const { kind, namespace, name } = object
  const steps: readonly Step[] = [
    ['Label', labelLines(explanation)],
    ['Bond', bondLines(explanation)],
    ['Links', explanation.bonds.flatMap(linkLines)],
    ['Networks of the pod, in this order', attachmentLines(attachments)],
    ['Devices', deviceLines(devices)],
    ['Rules', [...findingLines(findings), ...ignoredLines(ignored)]],
    ['What it carries', carriedLines(explanation)],
  ]
  const head = wrap(`${kind.toLowerCase()} ${namespace}/${name}: ${outcomeText(explanation)}`, width, '  ')
  const told = steps.filter(([, lines]) => lines.length > 0)
  const blocks = told.map(([title, lines], index) => [`${index + 1}. ${title}`, ...lines])
  return [head, ...blocks].map(lines => `${lines.join('\n')}\n`).join('\n')
}

type Step = readonly [title: string, lines: readonly string[]]

function outcomeText({ outcome, carried }: Explanation): string {
  const changed = carried.differences.some(({ kind }) => kind !== 'links-from') || carried.findings.length > 0
  const completed = outcome === 'completes' || outcome === 'complete'
  if (carried.status === 'ours' && completed && (changed || outcome === 'completes')) {
    return 'completed once, and not what it would be made now'
  }
  return outcomes[outcome]
}

const outcomes: Readonly<Record<Explanation['outcome'], string>> = {
  'no-label': 'nothing is done, it has no label',
  'mirror-pod': 'nothing is done, it is the image of a static pod that the kubelet has started already',
  'host-network': 'nothing is done, it uses the network of its host',
  refused: 'refused',
  completes: 'the webhook completes it',
  complete: 'complete, the webhook has nothing to add',
}

function labelLines({ label, bondsFrom }: Explanation): readonly string[] {
  if (label === null)
    return indented(`${bondLabel} is not there. Without it nothing happens, whatever annotations say.`)
  const written = `${bondLabel}: ${JSON.stringify(label)}`
  switch (bondsFrom) {
    case null:
      return indented(`${written} is there.`)
    case 'bonds-annotation':
      return indented(`${written} is there, and annotation ${annotations.bonds} lists the bonds.`)
    case 'label':
      return indented(`${written} names the bond network, in the namespace of the pod.`)
    case 'networks-annotation':
      return indented(`${written} names none, so it is the bonds that the networks annotation lists.`)
    case 'only-bond':
      return indented(`${written} names none, so it is the only bond network of the namespace.`)
  }
}

function bondLines({ bonds }: Explanation): readonly string[] {
  return bonds.flatMap(({ network, interface: name, mode, links }) => {
    const settings = mode === null ? '' : `, mode ${mode}`
    const names = links.map(link => link.interface).join(', ')
    const wanted = names === '' ? 'its links cannot be read' : `its config asks for the links ${names}`
    return indented(`${name ?? 'no interface yet'} is ${network}${settings}; ${wanted}.`)
  })
}

function indented(text: string): readonly string[] {
  return wrap(`   ${text}`, width, '   ')
}
