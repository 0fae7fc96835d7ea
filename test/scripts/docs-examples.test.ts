import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { bondInjectorHere } from '../cli/command-line.ts'
import { codeBlocks, pageOf, root } from './markdown.ts'

const page = pageOf('docs/how-pods-are-completed.md')

interface Example {
  readonly line: number
  readonly pod: string
  /** Those of its chapter, beside examples/openshift. */
  readonly networks: string
  readonly output: readonly string[]
}

/** A pod's metadata, perhaps networks, then lines of what comes back. */
function examplesIn(text: string): readonly Example[] {
  return text.split(/^(?=#)/m).flatMap(chapter => {
    const offset = text.slice(0, text.indexOf(chapter)).split('\n').length - 1
    const blocks = codeBlocks(chapter)
    const networks = blocks
      .filter(({ text }) => text.includes('kind: NetworkAttachmentDefinition'))
      .map(one => one.text)
    return blocks.flatMap(({ language, text }, index) => {
      if (language !== 'text') return []
      const pod = blocks.slice(0, index).findLast(block => block.text.startsWith('metadata:'))
      if (!pod) throw new Error(`line ${offset}: an output without a pod`)
      const output = text.trimEnd().split('\n')
      return [{ line: offset + pod.line, pod: wholePod(pod.text), networks: networks.join('---\n'), output }]
    })
  })
}

function wholePod(part: string): string {
  const pod = part.replace(/^metadata:\n/, 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  namespace: demo\n')
  return /^spec:/m.test(pod) ? pod : `${pod}spec:\n  containers:\n    - name: app\n      image: app\n`
}

async function injected(t: Test, { pod, networks }: Example): Promise<string> {
  const dir = t.testdir({})
  writeFileSync(join(dir, 'pod.yaml'), pod)
  writeFileSync(join(dir, 'networks.yaml'), networks)
  const more = networks === '' ? [] : ['-f', join(dir, 'networks.yaml')]
  const files = ['-f', join(dir, 'pod.yaml'), '-f', join(root, 'examples/openshift'), ...more]
  const { stdout, stderr } = await bondInjectorHere(['inject', ...files])
  return stdout + stderr.replace(/^\S+: (?:error|warning): /gm, '')
}

/** The lines that do not stand there, one behind the other. */
function absent(output: readonly string[], found: string): readonly string[] {
  const lines = found.split('\n').map(line => line.trim())
  let from = 0
  return output.filter(line => {
    const at = lines.indexOf(line.trim(), from)
    if (at >= 0) from = at + 1
    return at < 0
  })
}

const examples = examplesIn(page.text)

t.test('the page has examples', async t => t.ok(examples.length > 15, String(examples.length)))

for (const example of examples) {
  t.test(`the pod of line ${example.line} comes back as the page says`, async t => {
    const found = await injected(t, example)
    t.same(absent(example.output, found), [], found)
  })
}

const lies = [
  { name: 'another annotation', said: 'sriovnet2@net1,sriovnet1@net2,bond-net1@bond0', absent: 1 },
  { name: 'the right one', said: 'sriovnet1@net1,sriovnet2@net2,bond-net1@bond0', absent: 0 },
]
for (const { name, said, absent: expected } of lies) {
  t.test(`an example that shows ${name}: ${expected === 0 ? 'fine' : 'found out'}`, async t => {
    const networks = `k8s.v1.cni.cncf.io/networks: ${said}`
    const metadata = 'metadata:\n  labels:\n    bond-injector.io/bond: bond-net1\n'
    const [example] = examplesIn(`# A\n\`\`\`yaml\n${metadata}\`\`\`\n\`\`\`text\n${networks}\n\`\`\`\n`)
    if (!example) return t.fail('no example')
    return t.equal(absent(example.output, await injected(t, example)).length, expected)
  })
}
