/** A JSON object that nobody has checked yet. */
export type Fields = Readonly<Record<string, unknown>>

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** undefined for everything that is no object, so that a path into unknown JSON can be walked with `?.`. */
export function fieldsOf(value: unknown): Fields | undefined {
  return isFields(value) ? value : undefined
}
