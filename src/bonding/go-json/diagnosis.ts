import type { JsonProblem } from '../go-json.ts'
import { type BrokenJson, goSyntaxError } from './fault.ts'
import { bracketMistakes } from './mistakes-brackets.ts'
import { foreignMistakes } from './mistakes-foreign.ts'
import { separatorMistakes } from './mistakes-separators.ts'
import { tokenMistakes } from './mistakes-tokens.ts'
import { type Diagnosis, quoted, type Scene, sceneOf } from './scene.ts'

/** Most telling first: the first that recognises what stands there speaks, the others are silent (one cause, one problem). */
const mistakes = [...foreignMistakes, ...tokenMistakes, ...bracketMistakes, ...separatorMistakes]

/** What a person would call the mistake, and Go's words beside it. Reads only a few lines around the fault, but see `parses`. */
export function explain(text: string, broken: BrokenJson): JsonProblem {
  const scene = sceneOf(text, broken)
  let diagnosis: Diagnosis | undefined
  for (const mistake of mistakes) {
    diagnosis = mistake(scene)
    if (diagnosis) break
  }
  const { offset = scene.start, found, fix } = diagnosis ?? unknownMistake(scene)
  const goMessage = goSyntaxError(text, broken.fault)
  const goOffset = offset === broken.fault.offset ? {} : { goOffset: broken.fault.offset }
  return { offset, ...goOffset, goMessage, found, fix }
}

function unknownMistake(scene: Scene): Diagnosis {
  const expected = expectations(scene)
  return { found: `${quoted(scene.token)} where ${expected} was expected`, fix: `Take it out or write ${expected}` }
}

function expectations({ at, inside }: Scene): string {
  switch (at) {
    case 'key':
      return 'a key in double quotes'
    case 'colon':
      return '":"'
    case 'next':
      return inside?.kind === 'array' ? '"," or "]"' : '"," or "}"'
    case 'end':
      return 'the end of the text'
    case 'value':
    case 'token':
      return 'a value'
  }
}
