import type { AdmittedPod } from '../../admitted-pod.ts'
import { laterWebhook } from '../later-webhook.ts'

/** What to do about a changed list. An update is somebody's own doing: no webhook is to be looked for. */
export function networksFix({ before }: AdmittedPod): string {
  return before === undefined ? laterWebhook : setBack
}

/** Of a pod that exists, only the annotation can be changed. */
export const setBack = 'Set the annotation back to what it was'
