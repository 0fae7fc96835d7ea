/**
 * A plugin type as a person would recognise it in a config that no parser takes: `"type": "bond"`, also with other or
 * no quotes, without the colon, or with a quote missing. Runs of blanks are bounded, so that the search stays linear.
 */
const typeValue = /(?<![\w-])["'“”`]?type["'“”`]?\s{0,16}[:=]?\s{0,16}["'“”`]?([A-Za-z][\w.-]{0,62})/g

/** The plugin types that an unreadable config seems to name, in the order of the text, each once. */
export function mentionedTypes(text: string): readonly string[] {
  const types = new Set<string>()
  for (const [, type] of text.matchAll(typeValue)) {
    if (type !== undefined) types.add(type)
  }
  return [...types]
}
