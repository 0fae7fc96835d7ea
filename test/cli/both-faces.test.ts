import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import jsonpatch, { type Operation } from 'fast-json-patch'
import t from 'tap'
import type { AdmissionAnswer } from '../../src/admission/answer.ts'
import { mutatePods } from '../../src/admission/mutate-pods.ts'
import { createPlanner } from '../../src/bonding/plan.ts'
import { defaultPolicy } from '../../src/bonding/policy.ts'
import { loadManifests } from '../../src/manifests/load-manifests.ts'
import { readManifestFiles } from '../../src/manifests/manifest-files.ts'
import { bondInjectorHere } from './command-line.ts'
import { moreNetworks, podCases, podOf } from './pod-cases.ts'
import { openshift } from './serving-program.ts'

const dir = t.testdir({ 'networks.yaml': moreNetworks })
const networks = [openshift, join(dir, 'networks.yaml')]
const { catalogue, errors } = loadManifests(await readManifestFiles({ paths: networks }))
t.strictSame(errors, [])
const handler = mutatePods(createPlanner(defaultPolicy), catalogue)

async function answerTo(object: ReturnType<typeof podOf>): Promise<AdmissionAnswer> {
  const namespace = typeof object.metadata['namespace'] === 'string' ? object.metadata['namespace'] : 'default'
  const kind = { group: '', version: 'v1', kind: 'Pod' }
  const request = { uid: 'u', operation: 'CREATE', kind, subResource: '', name: '', namespace, dryRun: false } as const
  return handler({ ...request, object, oldObject: null }, 10_000)
}

function injected(object: unknown, format: string) {
  const file = join(dir, 'object.json')
  writeFileSync(file, JSON.stringify(object))
  return bondInjectorHere(['inject', ...['-f', file], ...networks.flatMap(path => ['-f', path]), '-o', format])
}

/** What the command told, without the places; a warning of the webhook may be cut where it is long. */
function told(stderr: string, severity: string): readonly string[] {
  const lines = stderr.split('\n').flatMap(line => line.split(`: ${severity}: `)[1] ?? [])
  return lines.toSorted()
}

const whole = (answer: AdmissionAnswer) =>
  answer.kind === 'denied' ? answer.refusal.causes.map(({ field, message }) => `${field}: ${message}`).toSorted() : []

for (const podCase of podCases) {
  const pod = podOf(podCase)
  const { name, verdict, rules = [] } = podCase

  t.test(`webhook and inject, the same: ${name}`, async t => {
    const answer = await answerTo(pod)
    t.equal(answer.kind, { completed: 'patched', left: 'allowed', refused: 'denied' }[verdict])
    for (const rule of rules) t.ok(answer.outcome.rules.includes(rule), rule)
    const patch = answer.kind === 'patched' ? answer.patch : []
    const asPatch = await injected(pod, 'patch')
    t.equal(asPatch.code, verdict === 'refused' ? 1 : 0, asPatch.stderr)
    t.strictSame(told(asPatch.stderr, 'error'), whole(answer))
    const warnings = told(asPatch.stderr, 'warning')
    t.equal(warnings.length, answer.warnings.length)
    for (const warning of answer.warnings) {
      // The webhook names the place in fewer words.
      const [start = ''] = warning.replace(/^.*?: /, ': ').split(/\.\.\. \[/)
      t.ok(
        warnings.some(each => each.includes(start)),
        warning,
      )
    }
    if (verdict === 'refused') {
      t.equal(asPatch.stdout, '')
      return
    }
    t.strictSame(JSON.parse(asPatch.stdout), [
      {
        object: {
          kind: 'Pod',
          namespace: pod.metadata['namespace'] ?? 'default',
          name: pod.metadata['name'] ?? pod.metadata['generateName'],
        },
        patch,
      },
    ])
    const after: unknown = jsonpatch.applyPatch(structuredClone(pod), patch as Operation[], true).newDocument
    t.strictSame(JSON.parse((await injected(pod, 'json')).stdout), after)
    t.strictSame(JSON.parse((await injected(pod, 'yaml')).stdout), after, 'the edited text reads as the same object')
  })

  t.test(`as the template of a Deployment: ${name}`, async t => {
    const answer = await answerTo(pod)
    const { metadata, spec } = pod
    const { namespace = 'default' } = metadata
    const object = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web', namespace },
      spec: { template: { metadata, spec } },
    }
    const { code, stdout, stderr } = await injected(object, 'patch')
    t.equal(code, verdict === 'refused' ? 1 : 0, stderr)
    const own = whole(answer).map(text => text.replace(/^pod /, 'deployment spec.template.'))
    t.strictSame(told(stderr, 'error'), own.toSorted())
    if (verdict === 'refused') return
    const patch = answer.kind === 'patched' ? answer.patch : []
    t.strictSame(JSON.parse(stdout), [
      {
        object: { kind: 'Deployment', namespace, name: 'web' },
        patch: patch.map(({ op, path, value }) => ({ op, path: `/spec/template${path}`, value })),
      },
    ])
  })

  if (verdict !== 'refused')
    t.test(`a second pass changes nothing: ${name}`, async t => {
      const { stdout } = await injected(pod, 'json')
      const again = await injected(JSON.parse(stdout), 'patch')
      t.equal(again.code, 0)
      t.match(JSON.parse(again.stdout), [{ patch: [] }])
      t.equal((JSON.parse(again.stdout) as { patch: unknown[] }[])[0]?.patch.length, 0)
      t.equal((await injected(JSON.parse(stdout), 'diff')).stdout, '')
    })
}
