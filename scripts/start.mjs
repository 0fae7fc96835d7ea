// npm start: the webhook with the examples, until stopped. See demo/start.ts.
import { runBundled } from './run-bundled.mjs'

await runBundled('demo/start.ts')
