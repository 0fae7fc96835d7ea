import t from 'tap'
import { explainTarget } from '../../src/cli/explain-target.ts'

const targets: readonly [given: string, kind: string, name: string][] = [
  ['pod/web', 'Pod', 'web'],
  ['pods/web', 'Pod', 'web'],
  ['po/web', 'Pod', 'web'],
  ['Pod/web', 'Pod', 'web'],
  ['deploy/web', 'Deployment', 'web'],
  ['deployment.apps/web', 'Deployment', 'web'],
  ['deployments.v1.apps/web', 'Deployment', 'web'],
  ['sts/db', 'StatefulSet', 'db'],
  ['ds/agent', 'DaemonSet', 'agent'],
  ['rs/web-1', 'ReplicaSet', 'web-1'],
  ['job/once', 'Job', 'once'],
  ['cj/nightly', 'CronJob', 'nightly'],
]
for (const [given, kind, name] of targets) {
  t.test(given, async t => t.match(explainTarget(given), { kind: 'value', value: { kind: { kind }, name } }))
}

const wrong: readonly [given: string, problem: string][] = [
  ['web', 'expected KIND/NAME, such as pod/web, found "web"'],
  ['pod/', 'expected KIND/NAME, such as pod/web, found "pod/"'],
  ['pod/a/b', 'expected KIND/NAME, such as pod/web, found "pod/a/b"'],
  ['deploymnt/web', 'no kind "deploymnt" that holds pods, did you mean deployment?'],
  ['svc/web', 'no kind "svc" that holds pods'],
  ['deployment.extensions/web', 'no kind "deployment.extensions" that holds pods, did you mean deployment?'],
  ['constructor/web', 'no kind "constructor" that holds pods'],
]
for (const [given, problem] of wrong) {
  t.test(`no target: ${given}`, async t => t.strictSame(explainTarget(given), { kind: 'wrong', problem }))
}
