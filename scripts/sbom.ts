// Writes what the program is made of to dist/, for whoever must know: CycloneDX and SPDX, by npm itself, from package-lock.json
// and node_modules. It lists what is installed for production; of some of that nothing is bundled.
import { mkdirSync, writeFileSync } from 'node:fs'
import { npmSbom } from './npm-sbom.ts'

mkdirSync('dist', { recursive: true })
for (const [format, ending] of [
  ['cyclonedx', 'cdx.json'],
  ['spdx', 'spdx.json'],
] as const) {
  const file = `dist/bond-injector.${ending}`
  writeFileSync(file, npmSbom(format))
  console.log(`${file} written`)
}
