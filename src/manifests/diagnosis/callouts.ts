import { around, keyOf } from './scene.ts'
import type { Line, Recognise } from './scene.ts'

/** Behind a value, a comma or a bracket: `<1>`, `①`, or a bare number where only a callout can stand. */
const behindValue = /(?:(?:^|\s)(<\d{1,2}>|[①-⑳❶-❿])|(?<=["'\]},]\s*)(?<=[\s,])(\(?\d{1,2}\)?))\s*$/
/** Fields whose value is a mapping or a list, so that a number behind the colon is a callout. */
const collections = new Set(
  'metadata spec labels annotations containers initContainers template selector resources requests limits volumes items ports env'.split(
    ' ',
  ),
)

/** The numbers by which documentation points at a line: `"type": "bond", <1>`, `spec: 1`. */
export const callout: Recognise = scene => {
  const [line, above] = around(scene, 1, 0).toReversed()
  const found =
    (line && (calloutBehind(line, scene.failure.offset) ?? calloutAsValue(line))) ?? (above && calloutAsValue(above))
  if (found === undefined) return undefined
  return {
    cause: 'callout',
    offset: found.offset,
    message: `${found.text} points to an explanation in the documentation this was copied from; it is no part of the manifest`,
    fix: 'Take it out, here and in the other lines that have one',
  }
}

interface Callout {
  readonly text: string
  readonly offset: number
}

function calloutBehind(line: Line, failure: number): Callout | undefined {
  const found = behindValue.exec(line.text)
  const callout = place(line, found?.[1] ?? found?.[2])
  // A bare number is a callout only where the parser cannot take it: not the last one in [1, 2.
  if (found?.[2] === undefined || callout === undefined) return callout
  return /^,?\s*$/.test(line.text.slice(failure - line.start, callout.offset - line.start)) ? callout : undefined
}

/** In the place of the lines below it. */
function calloutAsValue(line: Line): Callout | undefined {
  const key = keyOf(line)
  const callout =
    key && (/^(?:<\d{1,2}>|[①-⑳❶-❿])$/.test(key.rest) || (collections.has(key.key) && /^\(?\d{1,2}\)?$/.test(key.rest)))
  return callout ? place(line, key.rest) : undefined
}

function place(line: Line, text: string | undefined): Callout | undefined {
  return text === undefined ? undefined : { text, offset: line.start + line.text.lastIndexOf(text) }
}
