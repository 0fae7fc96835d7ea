import { existsSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { rules } from '../../src/bonding/rules/catalogue.ts'
import { allPages, anchorsOf, type Page, pageOf, relativeLinks, root } from './markdown.ts'

const pages = allPages()
const written = new Set(pages.map(({ file }) => file))

/** What a reader who follows the links of a page does not find. */
function deadLinks(page: Page): readonly string[] {
  return relativeLinks(page).flatMap(({ target, anchor }) => {
    if (target !== page.file && !existsSync(join(root, target))) return [`${target}: no such file`]
    if (anchor === '') return []
    const { text } = target === page.file ? page : pageOf(target)
    return anchorsOf(text).has(anchor) ? [] : [`${target}#${anchor}: no such heading`]
  })
}

t.test('there are pages to read', async t => {
  for (const file of ['README.md', 'CONTRIBUTING.md', 'docs/rules.md', 'docs/troubleshooting.md']) {
    t.ok(written.has(file), file)
  }
  t.ok(pages.flatMap(page => relativeLinks(page)).length > 50, 'with links in them')
})

for (const page of pages) {
  t.test(`every link of ${page.file} leads somewhere`, async t => t.same(deadLinks(page), []))

  t.test(`every rule that ${page.file} quotes exists`, async t => {
    const quoted = [...page.text.matchAll(/\[bond-injector ([a-z-]+)\](?!\()/g)].map(([, id]) => id)
    const known = new Set<string | undefined>(rules.map(({ id }) => id))
    t.same(
      quoted.filter(id => !known.has(id)),
      [],
    )
  })
}

t.test('every page of docs can be reached from the README', async t => {
  const reached = new Set(['README.md'])
  for (const file of reached) {
    if (!written.has(file)) continue
    for (const { target } of relativeLinks(pageOf(file))) reached.add(target)
  }
  t.same(
    [...written].filter(file => /^docs\/|^[A-Z]+\.md$/.test(file) && !reached.has(file)),
    [],
  )
})

const links = [
  { name: 'a file that exists', text: '[a](rules.md)', dead: [] },
  { name: 'a file that does not', text: '[a](rule.md)', dead: ['docs/rule.md: no such file'] },
  { name: 'another folder', text: '[a](../README.md) [b](../README)', dead: ['README: no such file'] },
  {
    name: 'a picture',
    text: '![a](none.svg) <img alt="" src="nor.svg">',
    dead: ['docs/none.svg: no such file', 'docs/nor.svg: no such file'],
  },
  {
    name: 'a heading of the page',
    text: '# Of `two` words, or 3?\n[a](#of-two-words-or-3) [b](#of)',
    dead: ['docs/a.md#of: no such heading'],
  },
  {
    name: 'the second of two equal headings',
    text: '# A\n# A\n[a](#a-1) [b](#a-2)',
    dead: ['docs/a.md#a-2: no such heading'],
  },
  {
    name: 'a heading of another page',
    text: '[a](rules.md#mode-known) [b](rules.md#mode-unknown)',
    dead: ['docs/rules.md#mode-unknown: no such heading'],
  },
  { name: 'the web is not asked', text: '[a](https://example.org/x) [b](mailto:a@example.org)', dead: [] },
  { name: 'code is not a link', text: '`[a](none)`\n\n    [a](none)\n\n```\n# A\n[a](none)\n```\n', dead: [] },
  { name: 'a comment in code is no heading', text: '```\n# A\n```\n[a](#a)', dead: ['docs/a.md#a: no such heading'] },
] satisfies readonly { name: string; text: string; dead: readonly string[] }[]
for (const { name, text, dead } of links) {
  t.test(`links: ${name}`, async t => t.same(deadLinks({ file: 'docs/a.md', text }), dead))
}
