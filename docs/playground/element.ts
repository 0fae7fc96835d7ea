/** What stands in an element: elements, and texts that are never read as markup. */
export type Child = Node | string

/** Makes an element. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  if (className !== '') made.className = className
  made.append(...children)
  return made
}

/** An element of page.html. */
export function found<T extends Element>(selector: string, type: new () => T, within: ParentNode = document): T {
  const element = within.querySelector(selector)
  if (!(element instanceof type)) throw new Error(`page.html has no ${type.name} ${selector}`)
  return element
}
