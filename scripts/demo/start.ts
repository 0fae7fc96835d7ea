import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { reviewOf } from './admission-call.ts'
import { readPodFile } from './pod-file.ts'
import { runScript } from './script.ts'
import { startProcess, type WebhookProcess } from './webhook-process.ts'

await runScript('start', async stop => {
  const folder = await mkdtemp(join(tmpdir(), 'bond-injector-'))
  const ca = join(folder, 'ca.pem')
  const review = join(folder, 'review.json')
  try {
    await writeFile(review, JSON.stringify(reviewOf(await readPodFile('examples/pod.yaml'))))
    const server = await startProcess({
      args: ['serve', ...process.argv.slice(2)],
      environment: defaults(ca),
      onLine: print,
    })
    print(howToReach(server, ca, review))
    stop.addEventListener('abort', () => void server.stop())
    return await server.exited
  } finally {
    await rm(folder, { recursive: true })
  }
})

/** As variables, so that flags behind `npm start --` win over them. */
function defaults(ca: string): Readonly<Record<string, string>> {
  return {
    BOND_INJECTOR_LISTEN: '127.0.0.1:8443',
    BOND_INJECTOR_OPS_LISTEN: '127.0.0.1:8080',
    BOND_INJECTOR_MANIFESTS: 'examples/openshift',
    BOND_INJECTOR_CA_OUT: ca,
  }
}

function howToReach({ webhook, ops }: WebhookProcess, ca: string, review: string): string {
  return [
    '',
    'bond-injector serves the networks of examples/openshift, until Ctrl-C. Ask it what becomes of examples/pod.yaml:',
    '',
    `  curl --cacert ${ca} -H 'Content-Type: application/json' --data @${review} ${webhook}/mutate/pods`,
    '',
    `and whether it is ready: curl ${ops}/readyz`,
    '',
  ].join('\n')
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
