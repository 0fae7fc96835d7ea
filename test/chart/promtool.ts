import { spawnSync } from 'node:child_process'

/** Why promtool cannot be asked, as tap wants it; false where it can. */
export const noPromtool =
  spawnSync('promtool', ['--version']).status === 0
    ? false
    : "there is no promtool in PATH; Debian's package prometheus has it"

/** What promtool has against something; empty for nothing. */
export function complaintOf(args: readonly string[], stdin?: string): string {
  const { status, stdout, stderr } = spawnSync('promtool', args, { encoding: 'utf8', input: stdin })
  return status === 0 ? '' : `${stdout}${stderr}`
}
