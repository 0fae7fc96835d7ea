import { build } from 'esbuild'
import { fileURLToPath, pathToFileURL } from 'node:url'

/**
 * Runs a TypeScript script in this process, bundled first: so it starts under every Node that the program itself starts
 * under, not only under those that read TypeScript. Packages stay outside; they are found from node_modules/.cache, too.
 *
 * @param {string} script its path below scripts/
 */
export async function runBundled(script) {
  const root = fileURLToPath(new URL('..', import.meta.url))
  // npm runs scripts from the package's folder, and says here where the reader stands; the same without npm.
  process.env.INIT_CWD ??= process.cwd()
  process.chdir(root)
  const outfile = `${root}node_modules/.cache/bond-injector/${script.replace(/\W/g, '-')}.mjs`
  await build({
    entryPoints: [`${root}scripts/${script}`],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20.11',
    logLevel: 'warning',
  })
  await import(pathToFileURL(outfile).href)
}
