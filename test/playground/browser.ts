import { execFile } from 'node:child_process'
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import tap, { type Test } from 'tap'

const root = fileURLToPath(new URL('../..', import.meta.url))
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

/** CHROME_PATH, else the first on the PATH. */
function findBrowser(): string | undefined {
  const given = process.env['CHROME_PATH']
  if (given) return given
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return names.flatMap(name => folders.map(folder => join(folder, name))).find(isProgram)
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const executablePath = findBrowser()

/** For tests that need a browser: where there is none, why they did not run. */
export const needsBrowser = {
  skip:
    executablePath === undefined &&
    'no Chromium on this machine: install one (Debian: apt-get install chromium), or set CHROME_PATH',
}

/** A page, and what happened in it that should not have. */
export interface OpenPage {
  readonly page: Page
  /** Every address that was asked for, the page's own included. */
  readonly requests: readonly string[]
  /** Exceptions, what the browser reports, and windows that popped up. */
  readonly troubles: readonly string[]
  readonly url: string
}

export type Opener = (options?: BrowserContextOptions, fragment?: string) => Promise<OpenPage>

/** Builds the page into a folder of its own, and starts a browser for all tests of a file. Both go with the test. */
export async function withBrowser(t: Test): Promise<Opener> {
  // A browser on a busy machine needs longer than other tests may.
  tap.setTimeout(180_000)
  if (executablePath === undefined) throw new Error(String(needsBrowser.skip))
  const folder = mkdtempSync(join(tmpdir(), 'bond-injector-playground-'))
  t.teardown(() => {
    rmSync(folder, { recursive: true })
  })
  const file = join(folder, 'playground.html')
  await promisify(execFile)(process.execPath, ['scripts/build-playground.mjs', file], { cwd: root })
  const browser = await chromium.launch({ executablePath })
  t.teardown(() => browser.close())
  return (options, fragment = '') => open(browser, pathToFileURL(file).href, fragment, options)
}

async function open(browser: Browser, file: string, fragment: string, options?: BrowserContextOptions) {
  const context = await browser.newContext({ offline: true, viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const requests: string[] = []
  const troubles: string[] = []
  page.on('request', request => requests.push(request.url()))
  page.on('pageerror', error => troubles.push(error.message))
  page.on('console', message => troubles.push(message.text()))
  page.on('dialog', dialog => {
    troubles.push(dialog.message())
    void dialog.dismiss()
  })
  await page.goto(file + fragment)
  return { page, requests, troubles, url: file }
}
