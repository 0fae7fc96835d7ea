import { isSpace } from './characters.ts'

/**
 * Behind the name of the anchor or alias whose `&` or `*` stands at `start`; undefined where kubectl refuses it. A name
 * is of ASCII letters, digits, _ and -, and some indicators may follow at once (scannerc.go, yaml_parser_scan_anchor).
 */
export function anchorEnd(text: string, start: number): number | undefined {
  let end = start + 1
  while (/[\w-]/.test(text.charAt(end))) end += 1
  const next = text.charAt(end)
  return end > start + 1 && (isSpace(next) || '?:,]}%@`'.includes(next)) ? end : undefined
}
