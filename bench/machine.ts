import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cpus, loadavg, release } from 'node:os'

/** What the figures depend on: the code, what it runs on, and what else ran. */
export function circumstances(): readonly (readonly [string, string])[] {
  return [
    ['Date', new Date().toISOString().slice(0, 16).replace('T', ' ') + ' UTC'],
    ['Commit', commit()],
    ['Node', `${process.version}, fastify ${versionOf('fastify')}, pino ${versionOf('pino')}`],
    ['Machine', `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, Linux ${release()}`],
    ['Load average before', (loadavg()[0] ?? 0).toFixed(2)],
  ]
}

function commit(): string {
  try {
    const changes = git('status', '--porcelain', '--', '.', ':!docs/*.md', ':!docs/*.svg')
    return `${git('rev-parse', '--short', 'HEAD')}${changes === '' ? '' : ' and changes that are not committed'}`
  } catch {
    return 'not in a repository with commits'
  }
}

function git(...args: readonly string[]): string {
  return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
}

function versionOf(name: string): string {
  const file = new URL(`../node_modules/${name}/package.json`, import.meta.url)
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string }
  return version
}
