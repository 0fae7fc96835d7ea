import type { AdmissionAnswer } from './answer.ts'
import type { AdmissionRequest } from './request.ts'

/**
 * One endpoint: a decoded request to an answer. It knows no HTTP; an exception out of it is a defect of ours, or an
 * `UnansweredLookUp`.
 *
 * @param budget milliseconds that the API server waits for the answer
 */
export type Handler = (request: AdmissionRequest, budget: number) => AdmissionAnswer | Promise<AdmissionAnswer>
