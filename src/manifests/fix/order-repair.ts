import type { Path } from '../../bonding/place.ts'
import { type NetworkElement, readNetworksAnnotation } from '../../bonding/networks-annotation.ts'
import type { FindingInFile } from '../content/told-in-file.ts'
import { editedScalar } from '../edit/scalar-reading.ts'
import { EditedText, type TextEdit } from '../edited-text.ts'
import type { LintFinding } from '../lint/lint-finding.ts'
import type { ScalarNode } from '../manifest-node.ts'
import { fieldRepair } from './object-repair.ts'
import type { Proposal } from './repair.ts'
import { writtenRange } from './value-edits.ts'

/**
 * A bond behind its links, in a list whose elements all ask for an interface name: those by position would change. Each
 * element takes the place of the next, so that what stands between them stays.
 */
export function orderRepair(
  { finding, object }: FindingInFile,
  path: Path,
  scalar: ScalarNode,
  told: LintFinding,
): Proposal | undefined {
  if (typeof scalar.value !== 'string') return undefined
  const list = readNetworksAnnotation(scalar.value, finding.object.namespace)
  if (list.kind === 'unreadable' || list.elements.some(element => element.interface === '')) return undefined
  const bond = list.elements.find(({ span }) => span.start === finding.place.span?.start)
  if (!bond) return undefined
  const moved = list.elements.slice(bond.index)
  const order = [...moved.slice(1), bond]
  const { source } = object
  const edits = swaps(moved, order, ({ span }) => writtenRange(source.text, scalar, span), source.text)
  const wanted = swaps(moved, order, ({ span }) => span, scalar.value)
  if (!edits || !wanted) return undefined
  const value = new EditedText(scalar.value, wanted).text
  if (editedScalar(source.text, scalar, edits) !== value) return undefined
  return fieldRepair({ kind: 'addition', finding: told, object, path, value, edits })
}

/** Puts the text of each element in the place of another. */
function swaps(
  places: readonly NetworkElement[],
  texts: readonly NetworkElement[],
  rangeOf: (element: NetworkElement) => { readonly start: number; readonly end: number } | undefined,
  text: string,
): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = []
  for (const [index, place] of places.entries()) {
    const [to, other] = [rangeOf(place), texts[index]]
    const from = other && rangeOf(other)
    if (!to || !from) return undefined
    edits.push({ offset: to.start, removed: to.end - to.start, inserted: text.slice(from.start, from.end) })
  }
  return edits
}
