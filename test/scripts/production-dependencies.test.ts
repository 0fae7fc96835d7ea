import { readFileSync } from 'node:fs'
import t from 'tap'
import { bundledPackages, packageOf } from '../../scripts/bundled-packages.ts'

t.test('what is shipped is what somebody has looked at', async t => {
  const list = readFileSync('scripts/production-dependencies.txt', 'utf8').trim().split('\n')
  t.strictSame(await bundledPackages(), list, 'npm run dependencies -- --write, and say why in the commit')
})

const paths = [
  { path: 'src/main.ts', name: [] },
  { path: 'node_modules/yaml/dist/index.js', name: ['yaml'] },
  { path: 'node_modules/@fastify/error/index.js', name: ['@fastify/error'] },
  { path: 'node_modules/ajv/node_modules/fast-uri/index.js', name: ['fast-uri'] },
]
for (const { path, name } of paths) t.strictSame(packageOf(path), name, path)
