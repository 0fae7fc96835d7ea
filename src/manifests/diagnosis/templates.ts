import { around, quote } from './scene.ts'
import type { Recognise } from './scene.ts'

const expression = /\{\{.*?(?:\}\}|$)|\{%.*?(?:%\}|$)|\$\{\w+\}|\$\(\w+\)|(?<![\w$])\$[A-Za-z_]\w*/
const statement = /^\s*(\{\{.*|\{%.*)/

/** Go and Jinja templates and variables that nobody filled in. */
export const template: Recognise = scene => {
  const candidates = [...around(scene, 0, 0), ...scene.lines.filter(line => statement.test(line.text))]
  for (const line of candidates) {
    const found = expression.exec(line.text)
    if (found === null) continue
    return {
      cause: 'template',
      offset: line.start + found.index,
      message: `${quote(found[0])} is a placeholder: this is a template, not a manifest yet`,
      fix: 'Fill it in first (helm template, envsubst, Ansible) and check the result',
    }
  }
  return undefined
}
