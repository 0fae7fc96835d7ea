import { type FileKey, fileKeys } from '../src/cli/settings-file/file-keys.ts'

/** docs/settings-file.md: what it is for, and a row for each key, from the table that reads it. */
export function settingsFilePage(): string {
  return `${introduction}
| key | value | default | meaning |
| --- | --- | --- | --- |
${fileKeys.map(row).join('\n')}
`
}

function row({ key, flag, holds }: FileKey): string {
  const { value = '', fallback, help } = flag
  const written = {
    one: `\`${value}\``,
    list: `a list of \`${value.replace(/,\.\.\.$/, '')}\``,
    each: `\`${value.replace('=', ': ')}\`, one a line`,
  }
  const standing = holds === 'list' ? `[${fallback?.replaceAll(',', ', ') ?? ''}]` : fallback
  const cells = [`\`${key}\``, written[holds], standing === undefined ? '' : `\`${standing}\``, help]
  return `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

const introduction = `# The settings file

Made by \`npm run docs\` from the table that the program itself reads by.

What a repository or a site has settled about bonding can stand in one file, \`.bond-injector.yaml\`, instead of on every
command line:

\`\`\`yaml
# yaml-language-server: $schema=settings-file.schema.json
min-certainty: documented
rules:
  links-are-sriov: warning # macvlan in the lab
  host-local-per-node: off
supported-modes: [active-backup]
switch-lag: off
\`\`\`

\`serve\`, \`inject\`, \`lint\`, \`explain\` and \`adopt\` read it, also as \`kubectl bond\`; each takes what it has a flag
for. The keys are the flags that say how things are judged, by their names, and \`rules\` for \`--rule\`. Which files, which
cluster and which addresses stay on the command line.

## Which file

1. The one that \`--settings FILE\` or \`BOND_INJECTOR_SETTINGS\` names. \`--settings off\` means none.
2. Else the \`.bond-injector.yaml\` of the folder where the command runs, or of the nearest folder above it that has one, up
   to the root of the repository (the folder that holds \`.git\`) and no further. Outside of a repository only the folder
   where the command runs is looked at.

Only one file counts; files are not merged. It is no manifest: keep it at the root of the repository, not in a folder that
is given to \`kubectl apply -f\`.

## What wins

A flag wins over its variable, the variable over the file, and the file over the default. Rules are settled one by one:
\`--rule links-are-sriov=error\` changes that rule and leaves the others as the file has them. Where a cluster is asked, the
file's \`namespace\` wins over that of the context.

## What is refused

The values are read by the same readers as those of the flags. What is unknown or cannot be ends the command with exit code
2 and the place of each mistake; \`serve\` does not start:

\`\`\`text
bond-injector lint: .bond-injector.yaml:3:3: rules: there is no rule "miimon-strng", did you mean miimon-string?
bond-injector lint: .bond-injector.yaml:4:3: rules: config-json stays an error: Multus or the plugin itself refuses what it speaks about
bond-injector lint: .bond-injector.yaml:5:1: there is no setting "min-certanty", did you mean min-certainty?
bond-injector lint: .bond-injector.yaml:6:10: devices: expected add or leave, found "yes"
\`\`\`

The file is YAML or JSON, one document, read as kubectl reads manifests: a bare \`on\` or \`off\` may be written \`true\` or
\`false\` as well. [settings-file.schema.json](settings-file.schema.json) is its JSON Schema: with a copy beside your files,
the first line of the example has editors complete keys and values.

## The same settings as the cluster

The Helm chart writes its values of this kind ([values.md](values.md)) into such a file, the key \`.bond-injector.yaml\` of the
ConfigMap \`NAME-settings\`, which the webhook reads at start; when they change, its pods are replaced. What judges in the
cluster can so judge in the repository, [in CI](continuous-integration.md) and on a laptop:

\`\`\`sh
kubectl get configmap -n bond-injector bond-injector-settings \\
  -o 'jsonpath={.data.\\.bond-injector\\.yaml}' > .bond-injector.yaml
\`\`\`

A change of the ConfigMap by hand is read by the next pod that starts, and undone by the next upgrade: change the values.

## Keys
`
