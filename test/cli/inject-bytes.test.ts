import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import t from 'tap'
import { chooser } from '../manifests/edit/layout.ts'
import { randomFile } from '../manifests/edit/random-file.ts'
import { randomPod, type RandomPod } from '../manifests/edit/random-pod.ts'
import { bondInjectorHere } from './command-line.ts'
import { openshift } from './serving-program.ts'

const folder = t.testdir({})

/** Writes a file and injects into it. */
function injected(text: string | Buffer, format: string, name = 'pod.yaml') {
  writeFileSync(join(folder, name), text)
  return bondInjectorHere(['inject', '-f', join(folder, name), '-f', openshift, '-n', 'demo', '-o', format])
}

/** What nobody sees at the ends of files, and what must stay there. */
const ends = [
  '',
  '\n',
  '\n\n\n',
  '   \n',
  '\n   ',
  '\n# the end',
  '\r\n',
  '\n---',
  '\n---\n',
  '\n--- # nothing more\n',
  '\n...\n',
]

/** Files in a random layout and with a random end; that of JSON is of blanks only. */
function files(pod: fc.Arbitrary<RandomPod>): fc.Arbitrary<string> {
  return fc.tuple(pod, fc.gen(), fc.constantFrom(...ends)).map(([held, g, end]) => {
    const { text } = randomFile(held, chooser(g))
    return text.trimStart().startsWith('{') ? text + end.replace(/[^\s].*$/s, '') : text + end
  })
}

/** Pods that are completed: without a list of networks of their own, which could be anything. */
const labelled = randomPod.map(({ metadata: { annotations, ...rest }, spec }): RandomPod => {
  const others = Object.entries(annotations ?? {}).filter(([key]) => key !== 'k8s.v1.cni.cncf.io/networks')
  const metadata = {
    ...rest,
    labels: { 'bond-injector.io/bond': 'bond-net1' },
    ...(annotations && { annotations: Object.fromEntries(others) }),
  }
  return { metadata, spec }
})

t.test('a file without a labelled pod comes back with the very bytes', async t => {
  await fc.assert(
    fc.asyncProperty(files(randomPod), async text => {
      const { code, stdout } = await injected(text, 'yaml')
      return code === 0 && Buffer.from(stdout).equals(readFileSync(join(folder, 'pod.yaml')))
    }),
    { seed: 20261125, numRuns: 80 },
  )
  t.pass()
})

t.test('and what is completed comes back with the very bytes from a second pass', async t => {
  let completed = 0
  await fc.assert(
    fc.asyncProperty(files(labelled), async text => {
      const first = await injected(text, 'yaml')
      if (first.code !== 0) return first.stdout === ''
      if (first.stdout !== text) completed += 1
      const second = await injected(first.stdout, 'yaml')
      return second.stdout === first.stdout && (await injected(first.stdout, 'diff')).stdout === ''
    }),
    { seed: 20261125, numRuns: 80 },
  )
  t.ok(completed > 40, `${completed} were completed`)
})

const plain =
  'apiVersion: v1\nkind: Pod\nmetadata: {name: a, annotations: {note: "é 🚀"}}\nspec: {containers: [{name: app}]}\n'
const encodings: readonly { readonly name: string; readonly bytes: Buffer }[] = [
  { name: 'a byte order mark', bytes: Buffer.from(`\uFEFF${plain}`) },
  { name: 'CRLF and no line break at the end', bytes: Buffer.from(plain.trimEnd().replaceAll('\n', '\r\n')) },
  { name: 'line breaks of both kinds', bytes: Buffer.from(plain.replace('\n', '\r\n')) },
  {
    name: 'blanks at the ends of lines, and empty lines',
    bytes: Buffer.from(`\n\n${plain.replaceAll('\n', '   \n\n')}  `),
  },
  {
    name: 'a label that leaves the pod alone',
    bytes: Buffer.from(
      plain
        .replace('metadata: {', 'metadata: {labels: {bond-injector.io/bond: bond-net1}, ')
        .replace('spec: {', 'spec: {hostNetwork: true, '),
    ),
  },
  {
    name: 'JSON with blanks and tabs',
    bytes: Buffer.from(
      '{ "apiVersion" :\t"v1",\r\n "kind":"Pod", "metadata": {"name" : "a"},\n\n"spec": {"containers": [ {"name": "app" } ] } }  \n\n',
    ),
  },
]
for (const { name, bytes } of encodings) {
  t.test(`the very bytes: ${name}`, async t => {
    const { code, stdout } = await injected(bytes, 'yaml')
    t.equal(code, 0)
    t.strictSame(Buffer.from(stdout), bytes)
    t.equal((await injected(bytes, 'diff')).stdout, '')
  })
}

t.test('a file in UTF-16, which kubectl reads as well, comes back in UTF-8', async t => {
  const { stdout } = await injected(Buffer.from(`\uFEFF${plain}`, 'utf16le'), 'yaml')
  t.equal(stdout, `\uFEFF${plain}`)
})
