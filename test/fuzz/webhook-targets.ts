import assert from 'node:assert/strict'
import fc from 'fast-check'
import { isFields } from '../../src/bonding/json-fields.ts'
import type { WholeWebhook } from '../security/whole-webhook.ts'
import { exchange, type HttpAnswer } from './exchange.ts'
import type { FuzzTarget } from './fuzz-target.ts'
import { hostileCalls, soundCall, wellFormed } from './http-requests.ts'

/** Longer than what is said about any object; a refusal holds every message twice. */
const longestAnswer = 512 * 1024

/** The HTTPS port, as somebody sees it who reaches it and means no good. */
export function webhookTargets(webhook: WholeWebhook): readonly FuzzTarget[] {
  return [
    { name: 'HTTP', runs: 150, property: fc.asyncProperty(hostileCalls, calls => survives(webhook, calls)) },
    { name: 'reviews', runs: 200, property: fc.asyncProperty(wellFormed, call => isAnswered(webhook, call)) },
  ]
}

/** Whatever comes in: what goes out is sound, and the next request is answered as always. */
async function survives(webhook: WholeWebhook, calls: readonly string[]): Promise<void> {
  const { answers, rest, reset } = await exchange(webhook, calls)
  if (!reset) assert.equal(rest, '', 'whole answers only')
  const sent = utf8(calls.join(''))
  for (const answer of answers) assertSound(answer, sent)
  const next = await exchange(webhook, [soundCall])
  assert.equal(next.answers[0]?.status, 200, 'a good request afterwards')
  assert.match(next.answers[0].body, /"allowed":true,"patchType":"JSONPatch"/, 'is answered as always')
}

/** A whole request gets one answer, and never that of a defect. */
async function isAnswered(webhook: WholeWebhook, call: string): Promise<void> {
  const { answers, rest } = await exchange(webhook, [call])
  const [answer] = answers
  assert.ok(answer && answers.length === 1 && rest === '', `${answers.length} answers`)
  assertSound(answer, utf8(call))
}

function assertSound({ status, body }: HttpAnswer, sent: string): void {
  assert.ok(body.length <= longestAnswer, `${body.length} characters`)
  const value: unknown = JSON.parse(body)
  assert.ok(isFields(value), 'an object')
  if (status === 200) assertReview(value, sent)
  else assert.ok(status >= 400 && status < 500, `${status}: ${body}`)
}

function assertReview(review: Readonly<Record<string, unknown>>, sent: string): void {
  assert.equal(review['kind'], 'AdmissionReview')
  assert.equal(review['apiVersion'], 'admission.k8s.io/v1')
  const { response } = review
  assert.ok(isFields(response) && typeof response['allowed'] === 'boolean', 'a verdict')
  const { uid, warnings = [], patch } = response
  assert.ok(typeof uid === 'string' && uid !== '' && sent.includes(JSON.stringify(uid)), 'the uid of a question')
  assert.ok(
    Array.isArray(warnings) && warnings.every(warning => typeof warning === 'string' && isLine(warning)),
    'warnings',
  )
  if (patch !== undefined)
    assert.ok(typeof patch === 'string' && Array.isArray(JSON.parse(Buffer.from(patch, 'base64').toString())))
}

function isLine(text: string): boolean {
  return text.length <= 256 && !/[\n\r]/.test(text)
}

function utf8(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString()
}
