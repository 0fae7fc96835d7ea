import { ApiException } from '@kubernetes/client-node'
import { fieldsOf } from '../../bonding/json-fields.ts'
import { ApiFailure } from '../api-failure.ts'
import { text } from '../wire-network.ts'

/** Whatever the client library throws, in the API server's own words where it said any. */
export function failureOf(error: unknown): ApiFailure {
  if (error instanceof ApiFailure) return error
  if (error instanceof ApiException)
    return new ApiFailure(statusMessage(error.body) ?? `HTTP ${error.code}`, error.code)
  if (!(error instanceof Error)) return new ApiFailure(String(error))
  const status: unknown = 'statusCode' in error ? error.statusCode : undefined
  if (typeof status === 'number') return new ApiFailure(error.message, status)
  return new ApiFailure(error.cause instanceof Error ? error.cause.message : error.message)
}

/** The body is a Status, or its text. */
function statusMessage(body: unknown): string | undefined {
  if (typeof body !== 'string') return text(fieldsOf(body)?.['message'])
  try {
    return statusMessage(JSON.parse(body) as object)
  } catch {
    return undefined
  }
}
