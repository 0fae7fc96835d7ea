import { type Section, tableText } from './section.ts'

const introduction = `# Performance

Written by \`npm run bench\`, which needs Linux, takes less than three minutes and stops everything that it starts. Figures in
one column are comparable; those of two runs are only if the machine was as idle both times. In each field the first figure
is the minimum of all rounds, the least disturbed one, and the one in brackets the median. Targets are limits for the
minimum; nothing fails when one is missed. Every answer is compared with the right one, so a wrong one is never fast.`

/** The text of docs/performance.md. */
export function page(circumstances: readonly (readonly [string, string])[], sections: readonly Section[]): string {
  const facts = circumstances.map(([name, value]) => `- ${name}: ${value}`).join('\n')
  return `${[introduction, facts, ...sections.map(sectionText)].join('\n\n')}\n`
}

export function sectionText(section: Section): string {
  return `## ${section.title}\n\n${wrapped(section.method)}\n\n${tableText(section)}`
}

function wrapped(text: string): string {
  return text.replace(/(.{1,118})(?: |$)/g, '$1\n').trimEnd()
}
