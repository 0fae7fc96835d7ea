import t from 'tap'
import { judgeTexts } from '../../docs/playground/judge-texts.ts'
import { fragmentOf } from '../../docs/playground/share-link.ts'
import { needsBrowser, withBrowser } from './browser.ts'

const markup = '<img src=x onerror="alert(1)"></textarea></script><script>alert(2)</script>'

t.test('links that carry the texts, in a browser', needsBrowser, async t => {
  const open = await withBrowser(t)

  t.test('what was typed comes back where the link is opened', async t => {
    const { page, url } = await open()
    await page.locator('#networks').fill('# networks: ü 漢 🎈\n')
    await page.locator('#pod').fill('# pod\n')
    await page.click('#share')
    await page.locator('#address').waitFor()
    const link = await page.locator('#address').inputValue()
    t.ok(link.startsWith(`${url}#d1=`), 'it is compressed')
    t.equal(page.url(), link, 'and the address')
    const other = await open({}, link.slice(url.length))
    await other.page.getByText('These texts came with the link.').waitFor()
    t.equal(await other.page.locator('#networks').inputValue(), '# networks: ü 漢 🎈\n')
    t.equal(await other.page.locator('#pod').inputValue(), '# pod\n')
    t.same(other.requests, [url], 'and nothing else is asked for')
    t.same(other.troubles, [])
  })

  t.test('a browser that cannot compress makes a longer one', async t => {
    const { page, url } = await open()
    await page.evaluate('delete globalThis.CompressionStream')
    await page.locator('#pod').fill('# pod\n')
    await page.click('#share')
    await page.locator('#address').waitFor()
    const link = page.url()
    t.ok(link.startsWith(`${url}#t1=`))
    const other = await open({}, link.slice(url.length))
    await other.page.getByText('These texts came with the link.').waitFor()
    t.equal(await other.page.locator('#pod').inputValue(), '# pod\n')
  })

  t.test('a page that is loaded again has the texts of its link', async t => {
    const { page } = await open()
    await page.locator('#pod').fill('# kept\n')
    await page.click('#share')
    await page.locator('#address').waitFor()
    await page.reload()
    await page.getByText('These texts came with the link.').waitFor()
    t.equal(await page.locator('#pod').inputValue(), '# kept\n')
  })

  t.test('a browser that does not let a page copy: the link stands there to be copied by hand', async t => {
    const { page } = await open()
    await page.evaluate("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))")
    await page.click('#share')
    await page.getByText('The link stands in the address bar and below.').waitFor()
    t.equal(await page.evaluate('getSelection().toString()'), await page.locator('#address').inputValue())
  })

  t.test('a link is no longer shown once the texts are others', async t => {
    const { page, url } = await open()
    await page.click('#share')
    await page.locator('#address').waitFor()
    await page.locator('#pod').fill('# other\n')
    await page.waitForURL(url)
    t.notOk(await page.locator('#address').isVisible())
  })

  t.test('a link that is opened over the page does not lose what was typed', async t => {
    const { page } = await open()
    await page.locator('#pod').fill('# mine\n')
    const fragment = await fragmentOf({ networks: '', pod: '# of the link\n' })
    await page.evaluate(`location.hash = '${fragment}'`)
    await page.getByText('These texts came with the link.').waitFor()
    t.equal(await page.locator('#pod').inputValue(), '# of the link\n')
    await page.click('#undo')
    t.equal(await page.locator('#pod').inputValue(), '# mine\n')
  })

  const hostile = [
    { name: 'nonsense', fragment: '#<script>alert(1)</script>' },
    { name: 'damaged', fragment: '#d1=AAAA' },
    { name: 'of another version', fragment: '#d2=AAAA' },
    // eslint-disable-next-line no-script-url -- that it does nothing is the point
    { name: 'javascript:', fragment: '#javascript:alert(1)' },
  ]
  for (const { name, fragment } of hostile) {
    t.test(`a link that is ${name} is a sentence, and the page works`, async t => {
      const { page, troubles } = await open({}, fragment)
      await page.getByText('The link cannot be read: ').waitFor()
      t.match(await page.locator('#verdict').textContent(), /admitted and completed/)
      t.same(troubles, [])
    })
  }

  t.test('markup in the texts of a link is text', async t => {
    const name = JSON.stringify(markup)
    const texts = [
      { networks: markup, pod: markup },
      {
        networks: `apiVersion: k8s.cni.cncf.io/v1\nkind: NetworkAttachmentDefinition\nmetadata: {name: a}\nspec: {config: ${name}}\n`,
        pod: `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, labels: {bond-injector.io/bond: ${name}}}\nspec: {containers: [{name: app}]}\n`,
      },
    ]
    for (const shared of texts) {
      const { page, requests, troubles } = await open({}, await fragmentOf(shared))
      await page.getByText('These texts came with the link.').waitFor()
      t.equal(await page.locator('#pod').inputValue(), shared.pod)
      t.equal(await page.locator('#verdict').textContent(), judgeTexts(shared).headline)
      t.equal(await page.locator('img').count(), 0)
      t.equal(await page.locator('script').count(), 1, 'the page has its own script only')
      t.equal(requests.length, 1)
      t.same(troubles, [])
    }
  })
})
