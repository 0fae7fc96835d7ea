// npm run demo: the main job, shown. See demo/demo.ts.
import { runBundled } from './run-bundled.mjs'

await runBundled('demo/demo.ts')
