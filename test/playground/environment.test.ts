import t from 'tap'
import { needsBrowser, withBrowser } from './browser.ts'

t.test('the page in browsers that differ, and at the hands of who types', needsBrowser, async t => {
  const open = await withBrowser(t)

  t.test('without scripts the page says so', async t => {
    const { page } = await open({ javaScriptEnabled: false })
    t.ok(await page.locator('noscript p').isVisible())
  })

  t.test('with colours of its own it does not show the text twice', async t => {
    const { page } = await open({ forcedColors: 'active' })
    t.equal(await page.evaluate("getComputedStyle(document.querySelector('.marks')).color"), 'rgba(0, 0, 0, 0)')
  })

  t.test('line breaks of Windows, and a byte order mark, do not shift the places', async t => {
    const { page } = await open()
    const pod = await page.locator('#pod').inputValue()
    const pasted = `\uFEFF${pod.replace('bond-net1', 'bond-net2').replaceAll('\n', '\r\n')}`
    await page.locator('#pod').fill(pasted)
    await page.locator('#verdict.refused').waitFor()
    t.equal(await page.locator('.marks .error').textContent(), 'bond-net2')
    await page.locator('.place').click()
    t.equal(await page.evaluate('getSelection().toString()'), 'bond-net2')
  })

  t.test('typing is not interrupted: what is typed at once is judged once', async t => {
    const { page } = await open()
    const count = `(() => {
      window.times = 0
      new MutationObserver(() => { window.times += 1 }).observe(document.querySelector('#findings'), { childList: true })
    })()`
    await page.evaluate(count)
    await page.evaluate(`(area => {
      for (const char of 'x: [') {
        area.setRangeText(char, area.value.length, area.value.length, 'end')
        area.dispatchEvent(new InputEvent('input'))
      }
    })(document.querySelector('#pod'))`)
    await page.locator('#verdict.unread').waitFor()
    t.equal(await page.evaluate('window.times'), 1)
  })

  t.test('the caret stays where somebody types', async t => {
    const { page } = await open()
    await page.locator('#pod').press('Control+End')
    await page.keyboard.type('x: [')
    await page.locator('#verdict.unread').waitFor()
    await page.keyboard.type('a]')
    t.match(await page.locator('#pod').inputValue(), /\nx: \[a\]$/)
  })
})
