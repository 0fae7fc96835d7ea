import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { bondInjectorHere } from '../cli/command-line.ts'
import { codeBlocks, pageOf, root } from './markdown.ts'

const blocks = codeBlocks(pageOf('docs/adopting.md').text)
const blockIn = (language: string) => blocks.find(block => block.language === language)?.text ?? ''

const dir = t.testdir({})
const file = join(dir, 'web.yaml')
writeFileSync(file, blockIn('yaml'))
const networks = ['-f', join(root, 'examples/openshift')]
/** With the name that the page has for the file. */
const named = (text: string) => text.replaceAll(`a${dir}/`, 'a/').replaceAll(`b${dir}/`, 'b/').replaceAll(`${dir}/`, '')

t.test('the diff and the words of the page are those of the program', async t => {
  const { code, stdout, stderr } = await bondInjectorHere(['adopt', '-f', file, ...networks])
  t.equal(code, 0)
  t.equal(named(stdout), blockIn('diff'))
  t.equal(named(stderr), blockIn('text'))
})

t.test('what is left becomes what was there', async t => {
  const { stdout: adopted } = await bondInjectorHere(['adopt', '-f', file, ...networks, '-o', 'yaml'])
  writeFileSync(join(dir, 'adopted.yaml'), adopted)
  const injected = await bondInjectorHere(['inject', '-f', join(dir, 'adopted.yaml'), ...networks])
  t.match(injected.stdout, 'k8s.v1.cni.cncf.io/networks: sriovnet1@net1,sriovnet2@net2,bond-net1@net3')
  t.match(injected.stdout, /requests:\s+openshift\.io\/port0: "1"\s+openshift\.io\/port1: "1"/)
})

t.test('mistakes', async t => {
  t.match(await bondInjectorHere(['adopt']), { code: 2, stderr: /nothing to read/ })
  const pod = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\n  namespace: demo\n  annotations:\n    '
  const refused = `${pod}k8s.v1.cni.cncf.io/networks: bond-net1,sriovnet1,sriovnet2\nspec:\n  containers: [{name: a}]\n`
  writeFileSync(join(dir, 'refused.yaml'), refused)
  const answer = await bondInjectorHere(['adopt', '-f', join(dir, 'refused.yaml'), ...networks])
  t.match(answer, {
    code: 1,
    stdout: '',
    stderr: /refused\.yaml:1: pod p cannot be adopted: .*\[bond-injector bond-after-links\]/,
  })
  writeFileSync(join(dir, 'broken.yaml'), 'kind: [')
  t.match(await bondInjectorHere(['adopt', '-f', join(dir, 'broken.yaml')]), { code: 2, stdout: '' })
})
