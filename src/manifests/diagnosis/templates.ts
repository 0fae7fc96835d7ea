import type { Diagnosis } from '../manifest-problem.ts'
import { around, quote } from './scene.ts'
import type { Recognise, Scene } from './scene.ts'

const expression = /\{\{.*?(?:\}\}|$)|\{%.*?(?:%\}|$)|\$\{\w+\}|\$\(\w+\)|(?<![\w$])\$[A-Za-z_]\w*/
const statement = /^\s*(\{\{.*|\{%.*)/

/** Go and Jinja templates and variables that nobody filled in. */
export const template: Recognise = scene => {
  const marked = markedName(scene)
  if (marked !== undefined) return { ...placeholder(marked), offset: scene.failure.offset }
  const statements = scene.lines.filter(line => line.inside === undefined && statement.test(line.text))
  const candidates = [...around(scene, 0, 0), ...statements]
  for (const line of candidates) {
    const found = expression.exec(line.text)
    if (found === null) continue
    return { ...placeholder(found[0]), offset: line.start + found.index }
  }
  return undefined
}

/** `@NAME@` and `%NAME%`, where no value can begin with the mark. */
function markedName({ source, failure }: Scene): string | undefined {
  if (failure.kind !== 'reserved-character') return undefined
  return /^([@%])\w+\1/.exec(source.text.slice(failure.offset, failure.offset + 100))?.[0]
}

function placeholder(text: string): Omit<Diagnosis, 'offset'> {
  return {
    cause: 'template',
    message: `${quote(text)} is a placeholder: this is a template, not a manifest yet`,
    fix: 'Fill it in first (helm template, envsubst, Ansible) and check the result',
  }
}
