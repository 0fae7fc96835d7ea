import type { Page } from 'playwright-core'
import t from 'tap'
import { needsBrowser, withBrowser } from './browser.ts'

interface Meeting {
  readonly text: string
  readonly ink: string
  readonly paper: string
}

/** Every colour that text has on the page, with the colour that it stands on. */
const meetings = `(() => {
  const paperOf = element => {
    const paper = getComputedStyle(element).backgroundColor
    return /^rgba\\(.*, 0\\)$/.test(paper) && element.parentElement ? paperOf(element.parentElement) : paper
  }
  const holdsText = element =>
    ['TEXTAREA', 'INPUT', 'SELECT'].includes(element.tagName) ||
    [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim() !== '')
  return [...document.body.querySelectorAll('*')]
    .filter(element => holdsText(element) && element.checkVisibility() && !element.closest('.marks'))
    .map(element => ({
      text: element.tagName + ' ' + element.className + ' ' + element.textContent.slice(0, 40),
      ink: getComputedStyle(element).color,
      paper: paperOf(element),
    }))
})()`

/** Of the text in the editors, whose marks lie under it as an element of their own. */
const marked = `[...document.querySelectorAll('.marks mark')].map(mark => ({
  text: mark.textContent,
  ink: getComputedStyle(document.querySelector('textarea')).color,
  paper: getComputedStyle(mark).backgroundColor,
}))`

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast({ ink, paper }: Meeting): number {
  const [one, other] = [luminance(ink), luminance(paper)]
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}

function luminance(color: string): number {
  const channels = [...color.matchAll(/[\d.]+/g)].map(([number]) => Number(number) / 255)
  if (channels.length !== 3) throw new Error(`expected an opaque colour, got ${color}`)
  const [red = 0, green = 0, blue = 0] = channels.map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

t.test('contrast is what WCAG says it is', async t => {
  t.equal(contrast({ text: '', ink: 'rgb(0, 0, 0)', paper: 'rgb(255, 255, 255)' }), 21)
  t.equal(contrast({ text: '', ink: 'rgb(119, 119, 119)', paper: 'rgb(255, 255, 255)' }).toFixed(2), '4.48')
})

/** Brings everything that has a colour of its own onto the page, one after the other. */
const states: readonly { readonly name: string; readonly bring: (page: Page) => Promise<void> }[] = [
  { name: 'a completed pod with warnings', bring: page => load(page, 'one-port') },
  { name: 'a refusal', bring: page => load(page, 'json') },
  { name: 'a pod that is left alone', bring: page => load(page, 'label-misplaced') },
  {
    name: 'a text that cannot be read, a notice and a link',
    bring: async page => {
      await load(page, 'own-list')
      await page.locator('#pod').fill(`${await page.locator('#pod').inputValue()}x: [`)
      await page.locator('#verdict.unread').waitFor()
      await page.click('#share')
      await page.locator('#address').waitFor()
    },
  },
]

async function load(page: Page, id: string): Promise<void> {
  await page.selectOption('#example', id)
  await page.click('#load')
}

t.test('how the page looks', needsBrowser, async t => {
  const open = await withBrowser(t)

  for (const colorScheme of ['light', 'dark'] as const) {
    t.test(`everything can be read: ${colorScheme}`, async t => {
      const { page } = await open({ colorScheme })
      for (const { name, bring } of states) {
        await bring(page)
        const found = [...(await page.evaluate<Meeting[]>(meetings)), ...(await page.evaluate<Meeting[]>(marked))]
        t.ok(found.length > 20, name)
        t.same(
          found.filter(meeting => contrast(meeting) < 4.5),
          [],
        )
      }
    })
  }

  t.test('light and dark are as the reader has set it', async t => {
    const paper = 'getComputedStyle(document.body).backgroundColor'
    const papers = ['light', 'dark'].map(async scheme => {
      const { page } = await open({ colorScheme: scheme === 'dark' ? 'dark' : 'light' })
      return luminance(await page.evaluate<string>(paper))
    })
    const [light = 0, dark = 1] = await Promise.all(papers)
    t.ok(light > 0.8 && dark < 0.05)
  })

  const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
  for (const width of [320, 400, 800, 1280, 1920]) {
    t.test(`nothing stands over the edge of a window of ${width} pixels`, async t => {
      const { page } = await open({ viewport: { width, height: 800 } })
      for (const { name, bring } of states) {
        await bring(page)
        t.ok((await page.evaluate<number>(overflow)) <= 0, name)
      }
    })
  }

  t.test('narrow windows have the editors one above the other, wide ones side by side with 80 columns', async t => {
    const { page } = await open({ viewport: { width: 400, height: 800 } })
    const tops = "[...document.querySelectorAll('textarea')].map(area => area.getBoundingClientRect().top)"
    const [first = 0, second = 0] = await page.evaluate<number[]>(tops)
    t.ok(second > first)
    await page.setViewportSize({ width: 1600, height: 900 })
    const [left, right] = await page.evaluate<number[]>(tops)
    t.equal(left, right)
    await page.locator('#networks').fill('x'.repeat(80))
    const fits = "(area => area.scrollWidth <= area.clientWidth)(document.querySelector('#networks'))"
    t.equal(await page.evaluate(fits), true)
  })

  t.test('marks lie exactly under the text that they mark', async t => {
    const { page } = await open()
    const sizes = `['textarea', '.marks'].map(selector => {
      const { font, lineHeight, letterSpacing, tabSize, paddingLeft, paddingTop, whiteSpace } = getComputedStyle(document.querySelector(selector))
      return { font, lineHeight, letterSpacing, tabSize, paddingLeft, paddingTop, whiteSpace }
    })`
    const [text, marks] = await page.evaluate<unknown[]>(sizes)
    t.same(marks, text)
    await page.locator('#pod').fill('# a line\n'.repeat(100) + 'x: [')
    await page.locator('#verdict.unread').waitFor()
    await page.evaluate("document.querySelector('#pod').scrollTo(0, 1e6)")
    const rows = `(() => {
      const bottom = selector => document.querySelector(selector).getBoundingClientRect().bottom
      return [bottom('.frame:has(#pod) .gutter .error'), bottom('.frame:has(#pod) mark')].map(Math.round)
    })()`
    await page.waitForFunction("document.querySelector('.frame:has(#pod) .marks').style.transform !== ''")
    const [number, mark] = await page.evaluate<number[]>(rows)
    t.equal(number, mark, 'and its number stands beside it')
  })
})
