/** A page of more would only be slow, and nobody reads it. */
const mostShown = 200

/** The first of many, and a sentence about the others; no sentence where there are none. */
export function firstShown<T>(all: readonly T[]): { readonly shown: readonly T[]; readonly rest: readonly string[] } {
  const more = all.length - mostShown
  return { shown: all.slice(0, mostShown), rest: more > 0 ? [`${more} more are not shown.`] : [] }
}
