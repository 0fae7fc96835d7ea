import { globSync, readFileSync } from 'node:fs'
import t from 'tap'
import { callsOf } from './regex-literals.ts'

t.test('no text becomes code', async t => {
  const ways = ['eval', 'Function', 'globalThis.eval', 'globalThis.Function', 'require']
  const ofVm = ['runInNewContext', 'runInThisContext', 'runInContext', 'compileFunction', 'Script']
  t.same(callsOf([...ways, ...ofVm]), [])
})

t.test('no program is started, and nothing is loaded that can run code or take the process apart', async t => {
  const dangerous = /from 'node:(?:child_process|vm|worker_threads|cluster|inspector|module|repl|v8|wasi)'/
  const files = globSync('src/**/*.ts')
  t.ok(files.length > 200, `${files.length} files`)
  t.same(
    files.filter(file => dangerous.test(readFileSync(file, 'utf8'))),
    [],
  )
})

t.test('what is loaded while the program runs has a name that stands there', async t => {
  const named = /^\S+: import\('[-.\/@\w]+'\)$/
  t.same(
    callsOf(['import']).filter(call => !named.test(call)),
    [],
  )
  t.ok(callsOf(['import']).length > 0)
})
