import { commands } from '../src/cli/commands.ts'
import type { Command } from '../src/cli/command.ts'
import type { Flag } from '../src/cli/flag.ts'
import { variableOf } from '../src/cli/given.ts'

export { commands }

/** docs/settings.md: every flag of every command, from the tables that also make `--help`. */
export function settingsPage(): string {
  return [introduction, ...commands.map(section)].join('\n')
}

const introduction = `# Settings

Made by \`npm run docs\` from the tables of flags that the program itself reads. \`bond-injector COMMAND --help\` shows the
same. What the Helm chart sets is in [values.md](values.md).

What a repository or a site decides once can stand in a file, [.bond-injector.yaml](settings-file.md), instead.

Every flag has an environment variable. A flag wins over its variable; an empty variable is an absent one; a variable that
belongs to no flag of the command is left alone. A flag marked "repeats" may be given several times, and its variable holds
several values with commas between them. A flag without a value is \`true\` or \`false\` in its variable. A flag that does not
exist, or a value that cannot be, ends the program with one sentence and exit code 2.
`

function section(command: Command): string {
  const usage = [
    'bond-injector',
    command.name,
    ...(command.argument === undefined ? [] : [command.argument]),
    '[FLAGS]',
  ]
  return `## ${command.name}

    ${usage.join(' ')}

${command.description}

| flag | variable | default | meaning |
| --- | --- | --- | --- |
${Object.entries(command.flags)
  .map(([name, flag]) => row(name, flag))
  .join('\n')}
`
}

function row(name: string, flag: Flag<unknown>): string {
  const written = [`--${name}`, ...(flag.value === undefined ? [] : [flag.value])].join(' ')
  const short = flag.short === undefined ? '' : `, \`-${flag.short}\``
  const fallback = flag.fallback === undefined ? '' : `\`${flag.fallback}\``
  const meaning = flag.repeats ? `${flag.help} Repeats.` : flag.help
  const cells = [`\`${written}\`${short}`, `\`${variableOf(name)}\``, fallback, meaning]
  return `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
}
