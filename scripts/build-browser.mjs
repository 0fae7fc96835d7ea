// Bundles the engine alone for a browser: it fails as soon as src/bonding needs anything of Node.
import { build } from 'esbuild'

await build({
  stdin: {
    contents: [
      "export { createPlanner } from './src/bonding/plan.ts'",
      "export { inject } from './src/bonding/inject.ts'",
      "export { readPod } from './src/bonding/pod.ts'",
      "export { readNetwork } from './src/bonding/network.ts'",
      "export { rules } from './src/bonding/rules/catalogue.ts'",
    ].join('\n'),
    resolveDir: '.',
  },
  outfile: 'dist/engine.browser.js',
  bundle: true,
  platform: 'browser',
  format: 'esm',
  target: 'es2023',
  logLevel: 'warning',
})
