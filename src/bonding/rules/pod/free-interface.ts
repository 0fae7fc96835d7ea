import type { PlannedPod } from '../../planned-pod.ts'

/** The first of `<prefix><from>`, `<prefix><from + 1>`, ... that no attachment and no link of a bond is called. */
export function freeInterface(
  { attachments, bonds, defaultNetwork }: PlannedPod,
  prefix: string,
  from: number,
): string {
  const taken = new Set([
    ...attachments.map(attachment => attachment.interface),
    ...bonds.flatMap(({ network }) => network.linkNames ?? []),
    ...(defaultNetwork ? [defaultNetwork.interface] : []),
  ])
  let number = from
  while (taken.has(`${prefix}${number}`)) number++
  return `${prefix}${number}`
}
