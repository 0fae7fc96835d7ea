/** What the author wrote into the two editors. Either may hold any objects; the names only say where to begin. */
export interface Texts {
  readonly networks: string
  readonly pod: string
}

export type Pane = keyof Texts

/** The editors in the order of the page, by the names that messages give them. */
export const panes = [
  { pane: 'networks', file: 'networks.yaml' },
  { pane: 'pod', file: 'pod.yaml' },
] as const satisfies readonly { readonly pane: Pane; readonly file: string }[]

/** The editor that a message means by a file. */
export function paneOf(file: string): Pane | undefined {
  return panes.find(known => known.file === file)?.pane
}
