import { type Fields, isFields } from '../bonding/json-fields.ts'
import type { AdmissionRequest } from './request.ts'

export type ReviewReading =
  | { readonly kind: 'request'; readonly request: AdmissionRequest }
  /** One sentence: where, what was expected, what was found. */
  | { readonly kind: 'malformed'; readonly problem: string }

const apiVersion = 'admission.k8s.io/v1'
const operations = ['CREATE', 'UPDATE', 'DELETE', 'CONNECT'] as const

/**
 * Reads the body of a webhook call. By hand, because it is a dozen fields of a request that every pod waits for,
 * and because the one who reads the refusal must learn what was expected.
 */
export function readReview(body: unknown): ReviewReading {
  if (body === undefined) return malformed('the body', 'an AdmissionReview', body)
  if (!isFields(body)) return malformed('the body', 'an AdmissionReview as a JSON object', body)
  if (body['kind'] !== 'AdmissionReview') return malformed('kind', '"AdmissionReview"', body['kind'])
  if (body['apiVersion'] !== apiVersion) return malformed('apiVersion', `"${apiVersion}"`, body['apiVersion'])
  const request = body['request']
  if (!isFields(request)) return malformed('request', 'an object', request)
  return readRequest(request)
}

function readRequest(request: Fields): ReviewReading {
  const { uid, kind } = request
  if (typeof uid !== 'string' || uid === '') return malformed('request.uid', 'text that is not empty', uid)
  const operation = operations.find(known => known === request['operation'])
  if (!operation) return malformed('request.operation', operations.join(', '), request['operation'])
  if (!isFields(kind)) return malformed('request.kind', 'an object with group, version and kind', kind)
  if (typeof kind['kind'] !== 'string') return malformed('request.kind.kind', 'text', kind['kind'])
  return {
    kind: 'request',
    request: {
      uid,
      operation,
      kind: { group: text(kind['group']), version: text(kind['version']), kind: kind['kind'] },
      subResource: text(request['subResource']),
      name: text(request['name']),
      namespace: text(request['namespace']),
      dryRun: request['dryRun'] === true,
      object: request['object'],
      oldObject: request['oldObject'],
    },
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function malformed(place: string, expected: string, found: unknown): ReviewReading {
  return { kind: 'malformed', problem: `${place}: expected ${expected}, found ${describe(found)}` }
}

/** Enough to recognise it: the body may be large, and it may be somebody's secret. */
function describe(found: unknown): string {
  if (found === undefined) return 'nothing'
  if (found === null) return 'null'
  if (Array.isArray(found)) return 'a list'
  if (typeof found === 'object') return 'an object'
  if (typeof found === 'string' && found.length > 60) return `text of ${found.length} characters`
  return JSON.stringify(found)
}
