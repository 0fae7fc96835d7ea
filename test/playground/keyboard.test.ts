import type { Page } from 'playwright-core'
import t from 'tap'
import { needsBrowser, withBrowser } from './browser.ts'

/** The id of what has the focus, or its text. */
function focused(page: Page): Promise<unknown> {
  return page.evaluate('document.activeElement.id || document.activeElement.textContent')
}

t.test('the page with a keyboard only', needsBrowser, async t => {
  const open = await withBrowser(t)

  t.test('Tab goes through everything in the order of the page, and leaves the editors', async t => {
    const { page } = await open()
    const order: unknown[] = []
    for (let step = 0; step < 5; step += 1) {
      await page.keyboard.press('Tab')
      order.push(await focused(page))
    }
    t.same(order, ['example', 'load', 'share', 'networks', 'pod'])
    await page.keyboard.press('Shift+Tab')
    t.equal(await focused(page), 'networks', 'and back')
  })

  t.test('choose an example, load it, go to its finding, mend it', async t => {
    const { page, troubles } = await open()
    const before = await page.locator('#networks').inputValue()
    await page.locator('#example').focus()
    await page.keyboard.type('Bad: miimon')
    t.equal(await page.locator('#networks').inputValue(), before, 'choosing alone changes nothing')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.locator('#verdict.refused').waitFor()
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('Tab')
    t.equal(await focused(page), 'networks.yaml:15:17')
    await page.keyboard.press('Enter')
    t.equal(await focused(page), 'networks')
    t.equal(await page.evaluate('getSelection().toString()'), '"0"', 'the place is selected')
    await page.keyboard.type('"100"')
    await page.locator('#verdict.admitted').waitFor()
    t.match(await page.locator('#networks').inputValue(), /"miimon": "100",/)
    t.same(troubles, [])
  })

  t.test('a place far down and far right comes into view', async t => {
    const { page } = await open({ viewport: { width: 400, height: 700 } })
    const filler = '# a line that says nothing\n'.repeat(300)
    await page.locator('#pod').fill(`${filler}${' '.repeat(200)}{a: b}\n`)
    await page.locator('#verdict.unread').waitFor()
    await page.locator('.place').press('Enter')
    const visible = `(() => {
      const area = document.querySelector('#pod').getBoundingClientRect()
      const mark = document.querySelector('.frame:has(#pod) mark').getBoundingClientRect()
      const seen = area.left <= mark.left && mark.left < area.right && area.top <= mark.top && mark.bottom < area.bottom
      return seen && area.bottom <= innerHeight && area.top >= 0
    })()`
    t.equal(await page.evaluate(visible), true)
  })

  t.test('whoever does not see the page is told', async t => {
    const { page } = await open()
    const main = page.locator('main')
    t.ok(await page.getByLabel('Networks').isVisible())
    t.ok(await page.getByLabel('Pod', { exact: false }).first().isVisible())
    t.ok(await page.getByLabel('Example', { exact: true }).isVisible())
    t.equal(await main.getByRole('status').textContent(), await page.locator('#verdict').textContent())
    await page.selectOption('#example', 'miimon')
    await page.click('#load')
    const place = page.getByRole('button', { name: 'networks.yaml:15:17' })
    const said = await place.getAttribute('aria-describedby')
    t.match(await page.locator(`#${said}`).textContent(), /switches link monitoring off/)
  })

  t.test('what has the focus is seen to have it', async t => {
    const { page } = await open()
    await page.selectOption('#example', 'miimon')
    await page.click('#load')
    for (const selector of ['#example', '#load', '#share', '#networks', '#pod', '.place']) {
      await page.locator(selector).focus()
      await page.keyboard.press('Shift+Tab')
      await page.keyboard.press('Tab')
      const outline = `(() => {
        const focused = document.activeElement
        return getComputedStyle(focused.closest('.frame') ?? focused).outlineStyle
      })()`
      t.equal(await page.evaluate(outline), 'solid', selector)
    }
  })
})
