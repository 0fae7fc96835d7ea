import type { Span } from './go-json.ts'

/** Steps from an object's root to a field, e.g. `['spec', 'config', 'links', 0, 'name']`. */
export type Path = readonly (string | number)[]

/** A field of an object, and where it stands in the text of the string that holds it (spec.config or an annotation). */
export interface Place {
  readonly path: Path
  /** Offsets inside that string; absent where the field itself is absent or is not inside such a text. */
  readonly span?: Span
}

/**
 * A path as Kubernetes writes it in `causes[].field`: `spec.config.links[0].name`,
 * `metadata.annotations[k8s.v1.cni.cncf.io/networks]`.
 */
export function formatPath(path: Path): string {
  let text = ''
  for (const step of path) {
    if (typeof step === 'number' || !/^[A-Za-z_][\w-]*$/.test(step)) text += `[${step}]`
    else text += text === '' ? step : `.${step}`
  }
  return text
}
