import { bondLabel, foreignAnnotations } from '../../keys.ts'
import type { Place } from '../../place.ts'

export const labelPlace: Place = { path: ['metadata', 'labels', bondLabel] }

export const networksPlace: Place = { path: ['metadata', 'annotations', foreignAnnotations.networks] }

/** @param span inside the annotation's text */
export function annotationPlace(key: string, span?: Place['span']): Place {
  const path = ['metadata', 'annotations', key]
  return span ? { path, span } : { path }
}
