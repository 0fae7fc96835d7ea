import t from 'tap'
import { resolvePlain, resolveTagged } from '../../../src/manifests/yaml/resolve-scalar.ts'
import { decode } from '../as-kubectl.ts'
import { keys, scalars } from '../tables/scalars.ts'

t.test('every scalar of the table means what it means to kubectl', async t => {
  for (const [scalar, json] of scalars) {
    const { objects, refused } = decode(`v: ${scalar}\n`)
    if (json === null) t.ok(refused, `${scalar} is refused`)
    else t.strictSame(objects, [JSON.parse(`{"v":${json}}`)], scalar)
  }
  t.ok(scalars.length > 250)
})

t.test('every key of the table becomes the text that it becomes in kubectl', async t => {
  for (const [scalar, key] of keys) {
    const { objects, refused } = decode(`${scalar}: v\n`)
    if (key === null) t.ok(refused, `${scalar} is refused`)
    else t.strictSame(objects, [{ [key]: 'v' }], scalar)
  }
})

t.test('what a wrong verdict here would cost', async t => {
  const cases = [
    { text: 'y', value: true, why: 'a label value `y` reaches the server as a boolean and is refused there' },
    { text: '0777', value: 511, why: 'a file mode' },
    { text: '08', value: 8, why: 'no octal number, so a float' },
    { text: '1:30', value: '1:30', why: 'sexagesimal in YAML 1.1, text in kubectl' },
    { text: '2001-01-01', value: '2001-01-01', why: 'a date in YAML 1.1, text in kubectl' },
    { text: '00:11:22:33:44:55', value: '00:11:22:33:44:55', why: 'a MAC address' },
    { text: '0.3.1', value: '0.3.1', why: 'a CNI version' },
    { text: '1e400', value: '1e400', why: 'beyond a double, so text' },
  ]
  for (const { text, value, why } of cases) t.match(resolvePlain(text), { kind: 'value', value }, `${text}: ${why}`)
})

t.test('integers are told from floats, since !!int takes only one of them', async t => {
  t.strictSame(resolvePlain('1'), { kind: 'value', value: 1, float: false })
  t.strictSame(resolvePlain('1.0'), { kind: 'value', value: 1, float: true })
  t.strictSame(resolvePlain('18446744073709551616'), { kind: 'value', value: 18446744073709551616, float: true })
  t.equal(resolveTagged('!!int', '1.0').kind, 'refused')
  t.equal(resolveTagged('!!float', '1').kind, 'value')
})

t.test('a refused scalar says why', async t => {
  t.match(resolvePlain('.inf'), { kind: 'refused', reason: '.inf has no counterpart in JSON' })
  t.match(resolveTagged('!!int', 'x'), { kind: 'refused', reason: '"x" cannot be read as !!int' })
  t.match(resolveTagged('!!binary', 'x'), { kind: 'refused', reason: /not base64/ })
})

t.test('binary data becomes the text that Go makes of it', async t => {
  t.strictSame(resolveTagged('!!binary', 'aGVsbG8='), { kind: 'value', value: 'hello' })
  t.strictSame(resolveTagged('!!binary', '/w=='), { kind: 'value', value: '\uFFFD' }, 'what is no UTF-8')
})
