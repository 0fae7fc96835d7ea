import { parseGoJson } from '../../bonding/go-json.ts'
import type { Diagnosis } from '../manifest-problem.ts'
import type { SourceText, TextRange } from '../source-text.ts'
import type { SyntaxFailure } from '../yaml/parse-yaml.ts'
import { deepestNesting } from '../nesting.ts'
import { layoutMistakes } from './layout-mistakes.ts'
import { leftovers } from './leftovers.ts'
import { quote, sceneOf } from './scene.ts'
import type { Recognise, Scene } from './scene.ts'
import { tokenMistakes } from './token-mistakes.ts'

/** Says in plain words why a document cannot be parsed. The first that recognises the mistake speaks. */
export function diagnose(source: SourceText, range: TextRange, failure: SyntaxFailure): Diagnosis {
  const scene = sceneOf(source, range, failure)
  for (const recognise of [...leftovers, brokenJson(range), ...tokenMistakes, ...layoutMistakes]) {
    const diagnosis = recognise(scene)
    if (diagnosis !== undefined) return diagnosis
  }
  return unknownMistake(scene)
}

/** A document in braces is meant as JSON, though kubectl takes it as YAML as well. */
function brokenJson(range: TextRange): Recognise {
  return ({ source }) => {
    const text = source.text.slice(range.start, range.end)
    const reading = /^\s*\{/.test(text) ? parseGoJson(text) : undefined
    if (reading?.kind !== 'not-json') return undefined
    const { offset, found, fix } = reading.problem
    return { cause: 'json', offset: range.start + offset, message: `not JSON: ${found}`, fix }
  }
}

const plainWords: Readonly<Partial<Record<SyntaxFailure['kind'], string>>> = {
  BAD_DIRECTIVE: 'a % line that YAML does not know',
  BLOCK_IN_FLOW: 'a list or mapping over several lines inside brackets',
  KEY_OVER_1024_CHARS: 'a key of more than 1024 characters',
  MULTIPLE_ANCHORS: 'two anchors on one value',
  MULTIPLE_TAGS: 'two tags on one value',
  RESOURCE_EXHAUSTION: 'the values are nested too deeply to be read',
  'too-deep': `more than ${deepestNesting} mappings and lists inside each other`,
  TAG_RESOLVE_FAILED: 'a tag (!) that YAML does not know',
}

function unknownMistake({ source, failure }: Scene): Diagnosis {
  const rest = source.text.slice(failure.offset)
  const message =
    plainWords[failure.kind] ?? (rest.trim() === '' ? 'the text ends too early' : `${quote(rest)} cannot stand here`)
  return {
    cause: 'syntax',
    offset: failure.offset,
    message,
    fix: `Look at this line and the one above it${failure.message === '' ? '' : ` (the parser says: ${failure.message})`}`,
  }
}
