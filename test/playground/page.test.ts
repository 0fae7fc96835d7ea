import { once } from 'node:events'
import { createServer } from 'node:http'
import t from 'tap'
import { examples } from '../../docs/playground/examples.ts'
import { judgeTexts } from '../../docs/playground/judge-texts.ts'
import { needsBrowser, withBrowser } from './browser.ts'

t.test('the page in a browser, opened from disk, offline', needsBrowser, async t => {
  const open = await withBrowser(t)

  t.test('it begins with a pod that is completed', async t => {
    const { page, requests, troubles, url } = await open()
    t.equal(
      await page.locator('#verdict').textContent(),
      'Pod demo/bondpod1: admitted and completed; no errors, no warnings.',
    )
    t.match(await page.locator('#changes').textContent(), /\+ {4}k8s\.v1\.cni\.cncf\.io\/networks: sriovnet1@net1/)
    t.same(requests, [url], 'and asks for nothing but itself')
    t.same(troubles, [])
  })

  t.test('typing shows the verdict', async t => {
    const { page, requests, troubles, url } = await open()
    const pod = page.locator('#pod')
    await pod.fill((await pod.inputValue()).replace('bond-net1', 'bond-net2'))
    await page.locator('#verdict.refused').waitFor()
    t.match(await page.locator('#answers').textContent(), /The Pod "bondpod1" is invalid: .+Did you mean bond-net1\?/)
    t.equal(await page.locator('#changes').textContent(), '', 'and nothing is added')
    t.equal(await page.locator('.gutter .error').textContent(), '7', 'the line is marked')
    t.equal(await page.locator('.marks .error').textContent(), 'bond-net2', 'and the place in it')
    t.same(requests, [url])
    t.same(troubles, [])
  })

  t.test('while a text cannot be read, the last result stays and says so', async t => {
    const { page } = await open()
    const pod = page.locator('#pod')
    const text = await pod.inputValue()
    t.notOk(await page.locator('#stale').isVisible())
    await pod.fill(`${text}x: [`)
    await page.locator('#verdict.unread').waitFor()
    t.equal(await page.locator('.findings li').count(), 1, 'one finding')
    t.ok(await page.locator('#stale').isVisible())
    t.match(await page.locator('#changes').textContent(), /sriovnet1@net1/)
    await pod.fill(text)
    await page.locator('#verdict.admitted').waitFor()
    t.notOk(await page.locator('#stale').isVisible())
  })

  t.test('an example that cannot be read is not shown with the result of another', async t => {
    const { page } = await open()
    await page.selectOption('#example', 'yaml')
    await page.click('#load')
    await page.locator('#verdict.unread').waitFor()
    t.equal(await page.locator('#changes').textContent(), '')
    t.notOk(await page.locator('#stale').isVisible())
  })

  t.test('of very many findings the first are shown, and how many there are', async t => {
    const { page } = await open()
    const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: web, labels: {bond-injector.io/bond: none}}\n'
    await page.locator('#pod').fill(`${pod}spec: {containers: [{name: app}]}\n---\n`.repeat(203))
    await page.locator('#verdict.refused').waitFor()
    t.match(await page.locator('#verdict').textContent(), /^203 of 203 refused; 203 errors/)
    t.equal(await page.locator('.findings li').count(), 200)
    t.equal(await page.locator('.printed').count(), 200)
    t.equal(await page.getByText('3 more are not shown.').count(), 2)
  })

  t.test('a defect of ours is told as one, and not as the verdict before', async t => {
    const { page } = await open()
    await page.evaluate("Map.prototype.values = () => { throw new Error('<i>boom</i>') }")
    await page.locator('#pod').fill('# typed\n')
    await page.locator('#verdict.unread').waitFor()
    t.match(await page.locator('#verdict').textContent(), /a defect of it \(Error: <i>boom<\/i>\)\.$/)
    t.ok(await page.locator('#stale').isVisible())
  })

  t.test('what was typed can be brought back from under an example', async t => {
    const { page } = await open()
    t.notOk(await page.locator('#undo').isVisible())
    await page.locator('#pod').fill('kind: Mine')
    await page.click('#load')
    t.match(await page.locator('#pod').inputValue(), /kind: Pod/)
    await page.click('#undo')
    t.equal(await page.locator('#pod').inputValue(), 'kind: Mine')
    t.notOk(await page.locator('#undo').isVisible())
  })

  t.test('nothing could be sent, even if something in the page wanted to', async t => {
    let calls = 0
    // Not connections: Chromium opens one before it asks the policy about a form, and sends nothing.
    const server = createServer((_, response) => {
      calls += 1
      response.end()
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    t.teardown(() => server.close())
    const address = server.address()
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`
    const { page } = await open({ offline: false })
    for (const attempt of [`fetch('${url}')`, `import('${url}')`]) await t.rejects(page.evaluate(attempt), attempt)
    for (const attempt of attempts(url)) await page.evaluate(attempt)
    await t.rejects(page.evaluate(`fetch('${url}')`), 'and all of these are over')
    t.equal(calls, 0)
    // So it would have been seen: navigation is the reader's own.
    await page.goto(url)
    t.ok(calls > 0)
  })

  t.test('every example says in the page what the engine says here', async t => {
    const { page, troubles } = await open()
    for (const example of examples) {
      await page.selectOption('#example', example.id)
      await page.click('#load')
      const { outcome, headline, diff, findings } = judgeTexts(example)
      t.equal(await page.locator('#verdict').textContent(), headline, example.id)
      t.equal(await page.locator('#verdict').getAttribute('class'), outcome)
      t.same(await page.locator('.diff span').allTextContents(), diff)
      t.equal(await page.locator('.findings li').count(), findings.length)
    }
    t.same(troubles, [])
  })
})

/** What other pages send their readers' texts with. */
function attempts(url: string): readonly string[] {
  return [
    `{ const image = new Image(); image.src = '${url}'; document.body.append(image) }`,
    `navigator.sendBeacon('${url}', 'x')`,
    `void new Promise(done => { new WebSocket('${url.replace('http', 'ws')}').onerror = done })`,
    `{ const form = document.createElement('form'); form.action = '${url}'; document.body.append(form); form.submit() }`,
    `{ const link = document.createElement('link'); link.rel = 'stylesheet'; link.href = '${url}'; document.head.append(link) }`,
    `{ const script = document.createElement('script'); try { script.src = '${url}' } catch {} document.head.append(script) }`,
  ]
}
