// Bundles the playground into one page: a page that is opened from disk can load neither modules nor other files.
//
//     node scripts/build-playground.mjs [FILE]
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const outfile = resolve(process.argv[2] ?? `${root}dist/playground.html`)

const script = await bundle('main.ts')
const style = await bundle('page.css')
const page = await readFile(`${root}docs/playground/page.html`, 'utf8')
await mkdir(dirname(outfile), { recursive: true })
await writeFile(
  outfile,
  [
    ['<!-- the policy -->', `<meta http-equiv="Content-Security-Policy" content="${policy()}" />`],
    ['<!-- the style -->', `<style>${style.text}</style>`],
    ['<!-- the script -->', `<script>${script.text}</script>`],
    ['<!-- the licences -->', await licences([...style.packages, ...script.packages])],
  ].reduce(fill, page),
)
process.stdout.write(`${outfile}: open it in a browser\n`)

async function bundle(file) {
  const { outputFiles, metafile } = await build({
    entryPoints: [`${root}docs/playground/${file}`],
    absWorkingDir: root,
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'iife',
    target: 'es2023',
    charset: 'utf8',
    write: false,
    metafile: true,
    outdir: 'dist',
    logLevel: 'warning',
  })
  const text = outputFiles[0].text.trim()
  // esbuild writes <\/script in texts; what else the parser of markup would take for a tag must not be there.
  if (/<\/?(script|style)/i.test(text)) throw new Error(`${file}: what it is bundled to cannot stand in a page`)
  const packages = Object.keys(metafile.inputs).flatMap(
    path => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? [],
  )
  return { text, packages: [...new Set(packages)].sort() }
}

/** Nothing is loaded, nothing is sent, and nothing runs but what was built here; text never becomes markup. */
function policy() {
  const hash = text => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  return [
    "default-src 'none'",
    `script-src ${hash(script.text)}`,
    `style-src ${hash(style.text)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
}

/** Their authors ask for it: the page is all that its readers get. */
async function licences(packages) {
  const texts = packages.map(async name => {
    const folder = `${root}node_modules/${name}`
    const { version } = JSON.parse(await readFile(`${folder}/package.json`, 'utf8'))
    const [file] = (await readdir(folder)).filter(found => /^licen[cs]e/i.test(found))
    if (file === undefined) throw new Error(`${name}: no file that says its licence`)
    const licence = await readFile(`${folder}/${file}`, 'utf8')
    return `${name} ${version}\n\n${licence.trim()}`
  })
  return `<!--\nThis page contains:\n\n${(await Promise.all(texts)).join('\n\n').replaceAll('-->', '-- >')}\n-->`
}

/** Not replace() with a text: what is put in holds dollar signs. */
function fill(text, [mark, content]) {
  const parts = text.split(mark)
  if (parts.length !== 2) throw new Error(`page.html: expected one ${mark}`)
  return parts.join(content)
}
