import { fixDiff } from '../manifests/fix/fix-diff.ts'
import { fixManifests, type Fixing } from '../manifests/fix/fix-manifests.ts'
import { type FixReport, fixReports } from '../manifests/fix/fix-report.ts'
import type { Lint, LintOptions } from '../manifests/lint/lint-manifests.ts'
import type { ManifestFiles } from '../manifests/manifest-files.ts'
import type { ManifestProblem } from '../manifests/manifest-problem.ts'
import type { Output } from './command.ts'
import { writeFixedFiles } from './fix-files.ts'
import type { LintSettings } from './lint-flags.ts'
import { version } from './version.ts'

/** What lint knows of its settings; a sentence where a cluster that has to be asked does not answer. */
export interface Judging {
  readonly judged: <T extends object>(run: (options: LintOptions) => T) => Promise<T | string>
  readonly lintOf: (files: ManifestFiles) => Promise<Lint | string>
}

/** What files are called that have no name. */
const stdin = 'stdin'

/**
 * Mends files, or shows how. What `--diff` and standard input print is for programs, so the report goes to stderr there.
 *
 * @returns what lint says of the files as they are in the end
 */
export async function fixLint(
  settings: LintSettings,
  output: Output,
  manifests: ManifestFiles,
  { judged, lintOf }: Judging,
): Promise<Lint | string> {
  const fixing = await judged(options => fixManifests(manifests, { ...options, missing: settings['fix-missing'] }))
  if (typeof fixing === 'string') return fixing
  const piped = settings.filename.includes('-')
  const problems = settings.diff
    ? []
    : await writeFixedFiles(fixing.files.filter(({ file }) => !piped || file !== stdin))
  const now = settings.diff ? manifests : outcome(manifests, fixing, problems)
  const lint = await lintOf(now)
  if (typeof lint === 'string') return lint
  if (settings.diff) output.stdout(fixing.files.map(fixDiff).join(''))
  else if (piped) output.stdout(now.files.find(({ file }) => file === stdin)?.text ?? '')
  const toStdout = !settings.diff && !piped
  const print = toStdout ? output.stdout : output.stderr
  const colour = toStdout && output.colour === true
  print(fixReports[settings.output](reportOf(fixing, problems, lint, !settings.diff), { colour, version }))
  return lint
}

/** The files as they are now: fixed but for those that could not be written. */
function outcome(before: ManifestFiles, { files }: Fixing, problems: readonly ManifestProblem[]): ManifestFiles {
  const failed = new Set(problems.map(({ file }) => file))
  const texts = new Map(files.filter(({ file }) => !failed.has(file)).map(({ file, after }) => [file, after]))
  return {
    files: before.files.map(({ file, text }) => ({ file, text: texts.get(file) ?? text })),
    problems: [...before.problems, ...problems],
  }
}

function reportOf(fixing: Fixing, problems: readonly ManifestProblem[], lint: Lint, written: boolean): FixReport {
  const { refused, onRequest } = fixing
  const fixed = fixing.fixed.filter(({ file }) => !problems.some(problem => problem.file === file))
  const left = written ? lint : fixing.left
  return { written, fixed, refused, onRequest, left: left.findings.length, lint }
}
