import { adoptCommand } from './adopt.ts'
import type { Command, Output } from './command.ts'
import { explainCommand } from './explain.ts'
import { injectCommand } from './inject.ts'
import { kubectlCheck } from './kubectl-check.ts'
import { lintCommand } from './lint.ts'
import { rules } from './rules.ts'

/** What there is behind `kubectl bond`: all that somebody does who has a kubeconfig. A cluster is always asked. */
export const kubectlCommands: readonly Command[] = [
  injectCommand('always'),
  lintCommand('always'),
  explainCommand('always'),
  adoptCommand('always'),
  rules,
  kubectlCheck,
]

/**
 * The arguments of a call by kubectl, which is told by the program's name; undefined for all others. For the completion
 * of a plugin kubectl calls a program of its own.
 *
 * @param script `process.argv[1]`
 */
export function kubectlArguments(script: string | undefined, args: readonly string[]): readonly string[] | undefined {
  const [, name] = /(?:^|[/\\])(kubectl-bond|kubectl_complete-bond)(?:\.[a-z]+)*$/.exec(script ?? '') ?? []
  if (name === undefined) return undefined
  return name === 'kubectl-bond' ? args : ['__complete', ...args]
}

/** Commands speak of themselves as `bond-injector`; here what is to be typed begins otherwise. */
export function asKubectlPlugin(output: Output): Output {
  return {
    ...output,
    stdout: text => {
      output.stdout(text.replace(/^Usage: bond-injector /m, 'Usage: kubectl bond '))
    },
    stderr: text => {
      output.stderr(
        text
          .replace(/^bond-injector(?=:| [a-z]+:)/, 'kubectl bond')
          .replace('(bond-injector --help', '(kubectl bond --help'),
      )
    },
  }
}
