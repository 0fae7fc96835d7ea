import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { loadManifests } from '../../src/manifests/load-manifests.ts'
import { readManifestFiles } from '../../src/manifests/manifest-files.ts'

interface Expected {
  /** The networks that are read, in namespace default unless they say another. */
  readonly networks?: readonly string[]
  /** `line:column cause`; 0:0 is the file as a whole. Errors first. */
  readonly problems?: readonly string[]
}

/** Files as they are found in documentation, repositories and mails, most of them broken. */
const corpus: Readonly<Record<string, Expected>> = {
  'anchors.yaml': { networks: ['one'], problems: ['13:7 alias', '15:7 alias'] },
  'apostrophe.yaml': { problems: ['6:20 quote'] },
  'archive.yaml': { problems: ['0:0 unreadable'] },
  'asciidoc.yaml': { problems: ['2:1 separator'] },
  'byte-order-mark.yaml': { networks: ['marked'] },
  'callout-in-name.yaml': { problems: ['4:9 callout'] },
  'callouts-in-config.yaml': { networks: ['bond-net1'] },
  'circled-callouts.yaml': { problems: ['3:11 callout'] },
  'config-without-quotes.yaml': { problems: ['6:11 network'] },
  'crlf.yaml': { networks: ['windows'] },
  'described.yaml': { problems: ['1:1 foreign-line'] },
  'directive.yaml': { networks: ['behind'], problems: ['1:1 syntax'] },
  'empty.yaml': {},
  'helm-template.yaml': { problems: ['1:1 template'] },
  'here-document.yaml': { problems: ['1:1 foreign-line'] },
  'html-entities.yaml': { problems: ['6:38 foreign-line'] },
  'indented-here-document-end.yaml': { networks: ['indented'], problems: ['9:1 ignored-text'] },
  'json-callout.json.txt': { problems: ['3:42 callout'] },
  'kustomization.yaml': { problems: ['1:1 object'] },
  'latin-1.yaml': { problems: ['5:1 unreadable'] },
  'list.json.txt': { networks: ['bare'] },
  'list.yaml': { networks: ['first', 'second'] },
  'literal-ends-early.yaml': { problems: ['9:4 indentation'] },
  'literal-not-indented.yaml': { problems: ['7:1 indentation'] },
  'lost-indentation.yaml': { problems: ['6:9 network'] },
  'markdown.yaml': { problems: ['1:1 foreign-line'] },
  'no-break-space.yaml': { problems: ['2:6 character'] },
  'node-file.json.txt': { problems: ['1:1 object'] },
  'openshift-page-pod.yaml': { problems: ['2:5 key-under-value'] },
  'openshift-page.yaml': { problems: ['2:5 key-under-value'] },
  'placeholder-name.yaml': { problems: ['4:9 template'] },
  'prompt.yaml': { problems: ['1:1 foreign-line'] },
  'quote-taken-from-below.yaml': { problems: ['6:28 quote'] },
  'repeated-key.yaml': { networks: ['demo/last'], problems: ['6:3 duplicate-key'] },
  'script-and-callout.yaml': { networks: ['behind'], problems: ['5:7 callout'] },
  'tabs-in-config.yaml': { networks: ['tabbed'] },
  'tabs.yaml': { problems: ['4:1 tab'] },
  'two-good-one-broken.yaml': { networks: ['before', 'after'], problems: ['9:4 key-under-value'] },
  'typographic-quotes.yaml': { problems: ['6:11 quote'] },
  'unclosed-quote.yaml': { networks: ['after'], problems: ['6:11 quote'] },
  'utf-16.yaml': { networks: ['utf-16'] },
}

const directory = fileURLToPath(new URL('corpus/', import.meta.url))

for (const [file, { networks = [], problems = [] }] of Object.entries(corpus)) {
  t.test(file, async t => {
    const { catalogue, errors, warnings } = loadManifests(await readManifestFiles({ paths: [`${directory}${file}`] }))
    const all = [...errors, ...warnings]
    t.strictSame(
      all.map(({ line, column, cause }) => `${line}:${column} ${cause}`),
      problems,
    )
    const read = networks.map(name => catalogue.get(name.includes('/') ? 'demo' : 'default', name.replace('demo/', '')))
    t.strictSame(
      read.map(network => network !== undefined),
      networks.map(() => true),
    )
    t.equal(catalogue.size, networks.length)
    for (const { message, fix } of all) {
      t.notMatch(`${message} ${fix}`, /illegal|please|unexpected token|\bundefined\b/i, 'plain words')
      t.match(fix, /^[A-Z]/, 'the fix is a sentence of its own')
    }
  })
}

t.test('every file of the corpus is looked at', async t => {
  t.strictSame(readdirSync(directory).sort(), Object.keys(corpus).sort())
})
