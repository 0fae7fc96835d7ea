// Bundles the program into one file, not minified so that stack traces stay readable.
// client-node stays behind a dynamic import: everything that needs no cluster starts without it.
import { chmod, readdir, rm, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { build } from 'esbuild'

const banner =
  '#!/usr/bin/env node\n' +
  "import { createRequire as __createRequire } from 'node:module'; " +
  'const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;'

const { metafile } = await build({
  entryPoints: { 'bond-injector': 'src/main.ts' },
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.11',
  sourcemap: false,
  banner: { js: banner },
  metafile: true,
  logLevel: 'warning',
})

// Parts have their content's hash in their names: those of earlier builds would pile up.
const written = new Set(Object.keys(metafile.outputs).map(path => basename(path)))
for (const file of await readdir('dist')) {
  if (file.endsWith('.mjs') && !written.has(file)) await rm(`dist/${file}`)
}
await chmod('dist/bond-injector.mjs', 0o755)

// The same program, which tells by its name that kubectl called it.
for (const name of ['kubectl-bond', 'kubectl_complete-bond']) {
  await writeFile(`dist/${name}.mjs`, "#!/usr/bin/env node\nimport './bond-injector.mjs'\n")
  await chmod(`dist/${name}.mjs`, 0o755)
}
