// The packages that ship inside the program are a list that somebody has looked at: production-dependencies.txt. What is
// not in it fails here; npm run dependencies -- --write takes the list as it is, for its diff to be looked at.
import { readFile, writeFile } from 'node:fs/promises'
import { bundledPackages } from './bundled-packages.ts'

const list = 'scripts/production-dependencies.txt'

const bundled = await bundledPackages()
if (process.argv.includes('--write')) await writeFile(list, `${bundled.join('\n')}\n`)
const allowed = (await readFile(list, 'utf8')).split('\n').filter(line => line !== '')
const added = bundled.filter(name => !allowed.includes(name))
const gone = allowed.filter(name => !bundled.includes(name))
for (const name of added) console.error(`${name} is shipped, and not in ${list}: is it worth it?`)
for (const name of gone) console.error(`${name} is in ${list}, and shipped no more: take it out`)
if (added.length + gone.length > 0) process.exitCode = 1
else console.log(`${bundled.length} packages are shipped, as ${list} has them`)
