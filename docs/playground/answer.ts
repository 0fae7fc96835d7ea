import type { AdmissionAnswer, Refusal } from '../../src/admission/answer.ts'

/** What the API server answers about one object, once it has asked the webhook. */
export interface Answer {
  readonly outcome: 'completed' | 'complete' | 'untouched' | 'refused'
  /** `pods`: a pod, or what pods are made from. */
  readonly about: 'pods' | 'network'
  /** `Pod demo/bondpod1`. */
  readonly subject: string
  /** In a few words. */
  readonly verdict: string
  /** What kubectl prints of it; empty where that is nothing of ours. */
  readonly text: string
}

/** Lays out what the webhook said about an object. */
export function answerOf(about: Answer['about'], subject: string, answer: AdmissionAnswer): Answer {
  const warnings = answer.warnings.map(warning => `Warning: ${warning}`)
  const refusal = answer.kind === 'denied' ? [refusalText(answer.refusal)] : []
  return { ...decisionOf(answer), about, subject, text: [...warnings, ...refusal].join('\n') }
}

function decisionOf({ kind, outcome }: AdmissionAnswer): Pick<Answer, 'outcome' | 'verdict'> {
  if (kind === 'denied') return { outcome: 'refused', verdict: 'refused' }
  if (kind === 'patched') return { outcome: 'completed', verdict: 'admitted and completed' }
  if (outcome.verdict !== 'untouched') return { outcome: 'complete', verdict: 'admitted as it is' }
  const reason = outcome.reason ?? ''
  return { outcome: 'untouched', verdict: `left alone, since ${reasons[reason] ?? reason}` }
}

const reasons: Readonly<Record<string, string>> = {
  'no-label': 'it has no label bond-injector.io/bond',
  'mirror-pod': 'it is the image of a static pod that the kubelet has started already',
  'host-network': 'it uses the network of its host',
  'unreadable-pod': 'the API server refuses it by itself',
  'unreadable-template': 'the API server refuses it by itself, or makes no labelled pods of it',
  'no-template-change': 'nothing in it concerns the webhook',
}

/** As kubectl prints a refusal that has causes (kubectl 1.37, pkg/cmd/util/helpers.go): one cause on the same line. */
function refusalText({ kind, name, causes }: Refusal): string {
  const lines = causes.map(({ field, message }) => `${field}: ${message}`)
  const head = `The ${kind} ${JSON.stringify(name)} is invalid:`
  return lines.length === 1 ? `${head} ${lines.join()}` : [head, ...lines.map(line => `* ${line}`)].join('\n')
}
