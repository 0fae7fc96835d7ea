import { toleratesClosedPipe } from './cli/closed-pipe.ts'
import { exitCode } from './cli/exit-code.ts'
import { asKubectlPlugin, kubectlArguments, kubectlCommands } from './cli/kubectl.ts'
import { runProgram } from './cli/program.ts'

for (const stream of [process.stdout, process.stderr]) toleratesClosedPipe(stream)

const output = {
  stdout: (text: string) => void process.stdout.write(text),
  stderr: (text: string) => void process.stderr.write(text),
  // Node asks NO_COLOR and TERM as well.
  colour: process.stdout.isTTY && process.stdout.hasColors(),
  terminal: process.stderr.isTTY,
}

// Whatever nobody expected is a defect of ours, and says so; a webhook that goes on after one might answer wrongly.
process.on('uncaughtException', error => {
  output.stderr(`bond-injector: internal error: ${error.stack ?? String(error)}\n`)
  process.exit(exitCode.defect)
})

const [, script, ...args] = process.argv
const asPlugin = kubectlArguments(script, args)
process.exitCode = asPlugin
  ? await runProgram(asPlugin, process.env, asKubectlPlugin(output), kubectlCommands)
  : await runProgram(args, process.env, output)
