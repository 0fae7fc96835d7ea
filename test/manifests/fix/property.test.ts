import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { EditedText } from '../../../src/manifests/edited-text.ts'
import type { Fixing } from '../../../src/manifests/fix/fix-manifests.ts'
import { readDocuments } from '../../../src/manifests/read-documents.ts'
import { chooser } from '../edit/layout.ts'
import { fixing } from './fixed.ts'
import { randomNetworks, type RandomNetworks } from './random-networks.ts'

const numRuns = 60

interface Run extends RandomNetworks {
  readonly result: Fixing
  readonly after: string
}

const runs = fc.gen().map((g): Run => {
  const networks = randomNetworks(chooser(g))
  const result = fixing({ 'a.yaml': networks.text }, { missing: true })
  return { ...networks, result, after: result.files[0]?.after ?? networks.text }
})

/** The examples assert by throwing, so that fast-check can shrink the failing one. */
function check(name: string, property: (run: Run) => void): void {
  t.test(name, async t => {
    fc.assert(fc.property(runs, property), { seed: 20261125, numRuns })
    t.pass(`held ${numRuns} times`)
  })
}

const objectsOf = (text: string) => readDocuments(text, 'a.yaml').objects.map(({ value }) => structuredClone(value))

check('every config means what it should, and all else what it did', ({ text, after, configs }) => {
  const [before, now] = [objectsOf(text), objectsOf(after)]
  assert.equal(now.length, configs.length, after)
  for (const [index, wanted] of configs.entries()) {
    const [was, is] = [before[index] ?? {}, now[index] ?? {}]
    if (wanted === undefined) assert.deepEqual(is, was)
    else {
      assert.deepEqual(JSON.parse(configOf(is)), wanted, `${text}\n\n${after}`)
      assert.deepEqual({ ...is, spec: {} }, { ...was, spec: {} })
    }
  }
})

check('only the bytes of the repairs change', ({ text, after, result }) => {
  const edits = result.files[0]?.edits ?? []
  assert.equal(new EditedText(text, edits).text, after)
  for (const { offset, removed, inserted } of edits) {
    assert.match(bare(text.slice(offset, offset + removed)), /^(?:|100|true|1|1500|null)$/)
    const added = /^(?:(?:cniVersion:0\.3\.1|failOverMac:1|linksInContainer:true),)*(?:|0\.3\.1|100|true|1|1500)$/
    assert.match(bare(inserted), added, JSON.stringify(inserted))
  }
  const breaks = (all: string) => new Set(all.match(/\r?\n/g))
  assert.deepEqual(breaks(after), breaks(text))
})

check('nothing is refused, and a second time changes nothing', ({ text, after, result }) => {
  assert.deepEqual(result.refused, [], text)
  assert.equal(result.onRequest, 0)
  const again = fixing({ 'a.yaml': after }, { missing: true })
  assert.deepEqual(again.files, [])
  assert.deepEqual(again.fixed, [])
})

check('what was fixed is gone, and nothing new is told', ({ text, result }) => {
  const key = ({ rule, object, path }: Fixing['fixed'][number]) => `${rule} ${object?.name ?? ''} ${path}`
  const left = new Set(result.left.findings.map(key))
  for (const finding of result.fixed) assert.ok(!left.has(key(finding)), key(finding))
  const all = new Set(fixing({ 'a.yaml': text }, { minCertainty: 'advice' }).left.findings.map(key))
  for (const finding of result.fixed) all.add(key(finding))
  assert.deepEqual(
    result.left.findings.filter(({ severity }) => severity === 'error').filter(finding => !all.has(key(finding))),
    [],
  )
})

function configOf({ spec }: Readonly<Record<string, unknown>>): string {
  return typeof spec === 'object' && spec !== null && 'config' in spec ? String(spec.config) : ''
}

/** Without quotes, escapes and blanks. */
function bare(text: string): string {
  return text.replaceAll(/\\u0022|\\x22|\\[nt]|[\s"\\]/g, '')
}
