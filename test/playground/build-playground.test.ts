import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import t from 'tap'

const root = fileURLToPath(new URL('../..', import.meta.url))
const file = join(t.testdir(), 'new', 'playground.html')
await promisify(execFile)(process.execPath, ['scripts/build-playground.mjs', file], { cwd: root })
const page = readFileSync(file, 'utf8')
const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? ''
const source = page.replace(/<!--\nThis page contains:[^]*?-->/, '')

function only(pattern: RegExp): string {
  const found = [...source.matchAll(pattern)]
  if (found.length !== 1) throw new Error(`expected one ${pattern}, found ${found.length}`)
  return found[0]?.[1] ?? ''
}

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

t.test('one script and one style, both inside, and only these may run', async t => {
  t.match(policy, `script-src ${hash(only(/<script>([^]*?)<\/script>/g))};`)
  t.match(policy, `style-src ${hash(only(/<style>([^]*?)<\/style>/g))};`)
  t.match(policy, /^default-src 'none';/)
  t.notMatch(policy, /unsafe|\*|https?:/)
  t.ok(page.indexOf('Content-Security-Policy') < page.indexOf('<style>'), 'it comes before what it is about')
})

t.test('nothing is loaded: no address of anything else', async t => {
  const markup = source.replace(/<script>[^]*?<\/script>/, '')
  t.same(
    [...markup.matchAll(/(?:src|href|action)="([^"]*)"/g)].map(([, target]) => target),
    ['data:,'],
  )
  t.notMatch(markup, /@import|url\(/)
})

t.test('nothing that sends, stores, or makes markup of text is in the script', async t => {
  const script = only(/<script>([^]*?)<\/script>/g)
  const never =
    /\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|localStorage|sessionStorage|indexedDB|innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval)\b\s*[(.=[]/
  t.notMatch(script, never)
})

t.test('the licences of what is bundled are in it', async t => {
  for (const name of ['diff', 'fast-json-patch', 'yaml'])
    t.match(page, new RegExp(`\\n${name} \\d+\\.\\d+\\.\\d+\\n\\n[^]*copyright`, 'i'))
})

t.test('it stays small enough to be sent by mail', async t => t.ok(page.length < 1_000_000, `${page.length} bytes`))

t.test('it is the same each time', async t => {
  const again = join(t.testdir(), 'playground.html')
  await promisify(execFile)(process.execPath, ['scripts/build-playground.mjs', again], { cwd: root })
  t.equal(hash(readFileSync(again, 'utf8')), hash(page))
})
