import { quote } from './scene.ts'
import type { Recognise } from './scene.ts'

interface ForeignLine {
  readonly pattern: RegExp
  readonly is: string
  readonly fix: string
}

/** Lines that come from around a manifest, where it was published. The first group of a pattern goes into the fix as $1. */
const foreignLines: readonly ForeignLine[] = [
  {
    pattern: /^\s*(?:[$#>]\s+)?(?:sudo\s+)?[\w./-]+\s.*<<-?\s*["'\\]?(\w+)/,
    is: 'a shell command; the manifest stands in its here-document',
    fix: 'Keep only what is between this line and the line $1',
  },
  {
    pattern: /^\s*(EOF|EOT|EOL|END|_EOF_|HERE|YAML)\s*$/,
    is: 'the end of a here-document of the shell, not YAML',
    fix: 'Take the line $1 out',
  },
  {
    pattern: /^\s*(```|~~~)/,
    is: 'a code fence of Markdown, not YAML',
    fix: 'Take the lines with $1 out',
  },
  {
    pattern: /^\s*(?:\[[\w.-]+@[^\]]*\]|[\w.-]+@[\w.-]+(?::[^\s$#]*)?|(?:ba)?sh-[\d.]+)\s?[$#]\s+\S/,
    is: 'a shell prompt with a command, not YAML',
    fix: 'Keep only the manifest',
  },
  {
    pattern: /^\s*[$#>]\s+((?:sudo\s+)?(?:oc|kubectl|cat|vi|vim|echo|helm)\b).*/,
    is: 'a shell command, not YAML',
    fix: 'Keep only the manifest',
  },
  {
    pattern: /^\s*((?:oc|kubectl)\s+(?:apply|create|get|delete|replace)\b).*/,
    is: 'a shell command, not YAML',
    fix: 'Keep only the manifest',
  },
  { pattern: /^\s*(?:vim?|nano|cat)\s+\S+\.ya?ml\s*$/, is: 'a shell command, not YAML', fix: 'Keep only the manifest' },
  {
    pattern: /^\s*[\w.-]+\/[\w.:-]+\s(?:created|configured|unchanged|deleted|edited|patched)\b/,
    is: 'what kubectl printed, not YAML',
    fix: 'Take the line out',
  },
  {
    pattern: /^Name:\s{3,}\S/,
    is: 'the beginning of what kubectl describe prints, which is no manifest',
    fix: 'Write what kubectl get -o yaml prints',
  },
  {
    pattern: /^\s*<(?:!DOCTYPE|!--|\/?(?:html|head|title|body|pre|code|div|span|p|br)\b)/i,
    is: 'HTML, not YAML',
    fix: 'Keep only the manifest',
  },
  {
    pattern: /^\s*>\s+[\w"'./-]+:(?:\s|$)/,
    is: 'a line as mails and Markdown quote it',
    fix: 'Take the > at the beginning of the lines out',
  },
  {
    pattern: /^\s*\d+\s*[:|.)]?\s+(?:apiVersion|kind|metadata|spec)\s*:/,
    is: 'a line with its number in front',
    fix: 'Take the numbers in front of the lines out',
  },
  {
    pattern: /^\s*(?:\.\. [\w-]+::|\[source\b[^\]]*\]\s*$)/,
    is: 'the markup of a documentation, not YAML',
    fix: 'Keep only the manifest',
  },
  {
    pattern: /^\s*(\.\.\.+|…|<snip>|\[\.\.\.\])\s*$/,
    is: 'an omission, not YAML',
    fix: 'Write what was left out, or take the line out',
  },
]

/** Shell, markup and omissions around or inside a manifest. Such a line breaks the document wherever the parser stops. */
export const foreignLine: Recognise = ({ lines }) => {
  for (const line of lines) {
    if (line.inside !== undefined) continue
    for (const { pattern, is, fix } of foreignLines) {
      const found = pattern.exec(line.text)
      if (found === null) continue
      const message = `${quote(line.text)} is ${is}`
      return {
        cause: 'foreign-line',
        offset: line.start + line.indent,
        message,
        fix: fix.replace('$1', found[1] ?? ''),
      }
    }
  }
  return undefined
}
