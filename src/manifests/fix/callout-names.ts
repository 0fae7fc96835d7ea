import { calloutAtEnd } from '../callout-values.ts'
import type { Content } from '../content/gather-content.ts'
import { nodeAt } from '../manifest-node.ts'
import type { ManifestObject } from '../manifest-object.ts'
import { type ManifestProblem, problemAt } from '../manifest-problem.ts'

const names = [
  ['metadata', 'name'],
  ['metadata', 'namespace'],
]

/** The callouts in names of objects that lint does not read the names of, and that the API server refuses. */
export function calloutNames({ files, problems }: Content): readonly ManifestProblem[] {
  const told = new Set(problems.map(placeKey))
  return files.flatMap(({ objects }) => objects.flatMap(problemsOf)).filter(problem => !told.has(placeKey(problem)))
}

function problemsOf({ node, source }: ManifestObject): readonly ManifestProblem[] {
  return names.flatMap(path => {
    const name = nodeAt(node, path)
    const callout = name?.kind === 'scalar' && typeof name.value === 'string' ? calloutAtEnd(name.value) : undefined
    if (name === undefined || callout === undefined) return []
    const message = `${path.join('.')} ends with ${callout}, a callout of the documentation it was copied from`
    return [problemAt(source, { cause: 'callout', offset: name.start, message, fix: 'Take it out' })]
  })
}

function placeKey({ file, line, column }: ManifestProblem): string {
  return `${file}:${line}:${column}`
}
