import t from 'tap'
import { junitReport } from '../../../../src/manifests/lint/report/junit.ts'
import { finding, lintOf, unreadable } from './finding.ts'

t.test('a file without findings is a case that passes', async t => {
  t.equal(
    junitReport(lintOf()),
    `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="bond-injector lint" tests="1" failures="0" errors="0" skipped="0">
  <testsuite name="nads/bond.yaml" tests="1" failures="0" errors="0" skipped="0">
    <testcase classname="nads/bond.yaml" name="lint"/>
  </testsuite>
</testsuites>
`,
  )
})

t.test('an error fails, a warning passes and speaks, an ignored finding is skipped', async t => {
  const findings = [finding(), finding({ severity: 'warning', rule: 'mtu-minimum', line: 1, column: 1 })]
  t.equal(
    junitReport(lintOf({ findings, ignored: [{ ...finding({ rule: 'ifname-not-read' }), reason: 'ours' }] })),
    `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="bond-injector lint" tests="3" failures="1" errors="0" skipped="1">
  <testsuite name="nads/bond.yaml" tests="3" failures="1" errors="0" skipped="1">
    <testcase classname="nads/bond.yaml" name="miimon-string at 2:11">
      <failure message="error: demo/bond-net1 spec.config.miimon: the number 100, but Bond CNI reads it as text. Put it in quotes: &quot;miimon&quot;: &quot;100&quot;" type="miimon-string"/>
    </testcase>
    <testcase classname="nads/bond.yaml" name="mtu-minimum at 1:1">
      <system-out>warning: demo/bond-net1 spec.config.miimon: the number 100, but Bond CNI reads it as text. Put it in quotes: &quot;miimon&quot;: &quot;100&quot;</system-out>
    </testcase>
    <testcase classname="nads/bond.yaml" name="ifname-not-read at 2:11">
      <skipped message="ours"/>
    </testcase>
  </testsuite>
</testsuites>
`,
  )
})

t.test('what could not be read is an error, also of a file that was never opened', async t => {
  const text = junitReport(lintOf({ findings: [unreadable], files: [] }))
  t.match(text, '<testsuite name="my file.yaml" tests="1" failures="0" errors="1" skipped="0">')
  t.match(text, '<testcase classname="my file.yaml" name="unreadable">')
  t.match(text, '<error message="error: is no text. Give a manifest in YAML or JSON" type="unreadable"/>')
})

t.test('what XML cannot hold is replaced, what it can is escaped', async t => {
  const message = 'a <b> & "c"\u0000\u001b\ufffe\ud800 😀'
  const text = junitReport(lintOf({ findings: [finding({ message, severity: 'warning' })] }))
  t.match(text, 'a &lt;b&gt; &amp; &quot;c&quot;\ufffd\ufffd\ufffd\ufffd 😀')
})
