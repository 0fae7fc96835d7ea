import t from 'tap'
import { runProgram } from '../../src/cli/program.ts'
import { asKubectlPlugin, kubectlArguments, kubectlCommands } from '../../src/cli/kubectl.ts'

const called: readonly [script: string | undefined, args: readonly string[] | undefined][] = [
  ['/usr/local/bin/kubectl-bond', ['lint']],
  ['/app/dist/kubectl-bond.mjs', ['lint']],
  ['C:\\krew\\kubectl-bond.exe', ['lint']],
  ['kubectl-bond', ['lint']],
  ['/usr/local/bin/kubectl_complete-bond', ['__complete', 'lint']],
  ['/app/dist/bond-injector.mjs', undefined],
  ['/home/me/kubectl-bond/dist/bond-injector.mjs', undefined],
  ['/usr/local/bin/kubectl-bond2', undefined],
  ['/usr/local/bin/my-kubectl-bond', undefined],
  [undefined, undefined],
]
for (const [script, args] of called) {
  t.test(`called as ${script ?? 'nothing'}`, async t => t.strictSame(kubectlArguments(script, ['lint']), args))
}

async function plugin(args: readonly string[]) {
  let [stdout, stderr] = ['', '']
  const output = { stdout: (text: string) => void (stdout += text), stderr: (text: string) => void (stderr += text) }
  const code = await runProgram(args, {}, asKubectlPlugin(output), kubectlCommands)
  return { code, stdout, stderr }
}

t.test('it speaks of itself as it was called', async t => {
  t.match(await plugin(['--help']), { code: 0, stdout: '\nUsage: kubectl bond COMMAND [FLAGS]\n' })
  t.match(await plugin(['lint', '--help']), { code: 0, stdout: /^Usage: kubectl bond lint \[FLAGS\]\n/ })
  const { stderr } = await plugin(['lnt'])
  t.equal(stderr, 'kubectl bond: unknown command "lnt", did you mean lint? (kubectl bond --help shows what there is)\n')
  t.match(await plugin(['explain']), { code: 2, stderr: /^kubectl bond explain: nothing to explain/ })
  t.match(await plugin(['inject']), { code: 2, stderr: /^kubectl bond inject: nothing to read/ })
})

t.test('it is no server', async t => {
  t.match(await plugin(['serve']), { code: 2, stderr: /unknown command "serve"/ })
})

t.test('a cluster is always asked', async t => {
  const flags = ['--kubeconfig', t.testdirName + '/none']
  for (const args of [['inject', '-f', 'x'], ['lint'], ['explain', 'pod/x'], ['check']]) {
    t.match(
      await plugin([...args, ...flags]),
      { code: 2, stdout: '', stderr: /^kubectl bond [a-z]+: --kubeconfig/ },
      args.join(' '),
    )
  }
})

for (const { name, flags } of kubectlCommands.filter(command => command.name !== 'rules')) {
  t.test(`${name} takes what kubectl takes`, async t => {
    t.equal(flags['namespace']?.short, 'n')
    t.ok(flags['kubeconfig'])
    t.ok(flags['context'])
  })
}
