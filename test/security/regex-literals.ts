import { globSync, readFileSync } from 'node:fs'
import ts from 'typescript'

export interface RegexLiteral {
  readonly file: string
  readonly source: string
  readonly flags: string
}

/** Every regular expression that is written in these sources. */
export function regexLiterals(files = 'src/**/*.ts'): readonly RegexLiteral[] {
  return sourceFiles(files).flatMap(({ file, tree }) =>
    nodesOf(tree).flatMap(node => {
      if (!ts.isRegularExpressionLiteral(node)) return []
      const end = node.text.lastIndexOf('/')
      return [{ file, source: node.text.slice(1, end), flags: node.text.slice(end + 1) }]
    }),
  )
}

/** `src/a.ts: eval(...)`: what is called or constructed under one of these names. */
export function callsOf(names: readonly string[], files = 'src/**/*.ts'): readonly string[] {
  return sourceFiles(files).flatMap(({ file, tree }) =>
    nodesOf(tree)
      .filter(
        node =>
          (ts.isNewExpression(node) || ts.isCallExpression(node)) && names.includes(node.expression.getText(tree)),
      )
      .map(node => `${file}: ${node.getText(tree)}`),
  )
}

function sourceFiles(files: string) {
  return globSync(files)
    .toSorted()
    .map(file => ({ file, tree: ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest) }))
}

function nodesOf(node: ts.Node): readonly ts.Node[] {
  const own: ts.Node[] = [node]
  ts.forEachChild(node, child => {
    own.push(...nodesOf(child))
  })
  return own
}
