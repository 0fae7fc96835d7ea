import jsonpatch from 'fast-json-patch'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { callWebhook, reviewOf, type AdmissionResponse } from './admission-call.ts'
import { readPodFile, type ManifestPod } from './pod-file.ts'
import { Misuse, runScript } from './script.ts'
import { heading, podDiff, refusalText } from './show.ts'
import { startProcess, type WebhookProcess } from './webhook-process.ts'

interface Act {
  readonly pod: ManifestPod
  /** What it must come to; undefined for the reader's own pod, which may go either way. */
  readonly expected?: 'allowed' | 'refused'
}

interface Play {
  readonly manifests: readonly string[]
  readonly acts: readonly Act[]
}

await runScript('demo', async stop => {
  const { manifests, acts } = await playOf(process.argv.slice(2))
  const folder = await mkdtemp(join(tmpdir(), 'bond-injector-demo-'))
  try {
    return await perform(manifests, acts, join(folder, 'ca.pem'), stop)
  } finally {
    await rm(folder, { recursive: true })
  }
})

async function playOf(args: readonly string[]): Promise<Play> {
  const [podFile, ...manifests] = args
  if (podFile === undefined) return ourPlay()
  if (podFile.startsWith('-') || manifests.length !== 1) {
    throw new Misuse('expected nothing, or a pod and a directory of networks: npm run demo -- my-pod.yaml my-nads/')
  }
  // npm runs us in the package's folder; the reader's paths start where the reader stands.
  const [pod = '', networks = ''] = [podFile, ...manifests].map(path => resolve(process.env['INIT_CWD'] ?? '.', path))
  return { manifests: [networks], acts: [{ pod: await readPodFile(pod) }] }
}

async function ourPlay(): Promise<Play> {
  return {
    manifests: ['examples/openshift', 'examples/refused'],
    acts: [
      { pod: await readPodFile('examples/pod.yaml'), expected: 'allowed' },
      { pod: await readPodFile('examples/refused/pod-no-failovermac.yaml'), expected: 'refused' },
    ],
  }
}

async function perform(
  manifests: readonly string[],
  acts: readonly Act[],
  ca: string,
  stop: AbortSignal,
): Promise<number> {
  const local = ['--listen=127.0.0.1:0', '--ops-listen=127.0.0.1:0', `--ca-out=${ca}`]
  const server = await startProcess({ args: ['serve', ...manifests.map(folder => `--manifests=${folder}`), ...local] })
  try {
    stop.throwIfAborted()
    const stopped = once(stop, 'abort').then(() => {
      stop.throwIfAborted()
    })
    return (await Promise.race([show(server, manifests, acts, ca), stopped])) ?? 0
  } finally {
    await server.stop()
  }
}

async function show(
  server: WebhookProcess,
  manifests: readonly string[],
  acts: readonly Act[],
  ca: string,
): Promise<number> {
  const ready = await fetch(`${server.ops}/readyz`)
  if (!ready.ok) throw new Misuse(`the webhook is not ready: ${await ready.text()}`)
  print(`bond-injector serves ${server.webhook} and knows the networks in ${manifests.join(', ')}`)
  const authority = await readFile(ca, 'utf8')
  let exitCode = 0
  for (const { pod, expected } of acts) {
    const response = await callWebhook(`${server.webhook}/mutate/pods`, authority, reviewOf(pod))
    const verdict = response.allowed ? 'allowed' : 'refused'
    const request = `CREATE pod ${pod.namespace}/${pod.title} ${pod.labelled} (${pod.file})`
    print(`\n${heading(`${request}: ${verdict}`)}\n\n${storyOf(pod, response)}`)
    if (verdict === (expected ?? 'allowed')) continue
    exitCode = 1
    if (expected !== undefined) process.stderr.write(`demo: ${pod.file} should have been ${expected}\n`)
  }
  return exitCode
}

function storyOf(pod: ManifestPod, response: AdmissionResponse): string {
  const warnings = (response.warnings ?? []).map(warning => `Warning: ${warning}`)
  if (!response.allowed) return [...warnings, refusalText(response)].join('\n')
  if (response.patch === undefined) return [...warnings, 'The pod stays as it is.'].join('\n')
  const operations = JSON.parse(Buffer.from(response.patch, 'base64').toString()) as jsonpatch.Operation[]
  const { newDocument } = jsonpatch.applyPatch(structuredClone(pod.object), operations, true)
  return [...warnings, podDiff(pod.object, newDocument)].join('\n')
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}
