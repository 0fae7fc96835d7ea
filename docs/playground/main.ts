import { element, found } from './element.ts'
import { examples } from './examples.ts'
import { LinkBox } from './link-box.ts'
import { Workbench } from './workbench.ts'

const links = new LinkBox()
const bench = new Workbench(() => {
  links.forget()
})
const choice = found('#example', HTMLSelectElement)
choice.append(...examples.map(({ id, title }) => Object.assign(element('option', '', title), { value: id })))

// Not when another one is chosen: that happens on the way to the one that is wanted.
found('#load', HTMLButtonElement).addEventListener('click', () => {
  const example = examples[choice.selectedIndex]
  if (!example) return
  links.forget()
  bench.load(example)
})
found('#share', HTMLButtonElement).addEventListener('click', () => void links.share(bench.texts))
window.addEventListener('hashchange', () => void loadLink())

const [first] = examples
if (first) bench.load(first)
void loadLink()

async function loadLink(): Promise<void> {
  const texts = await links.read()
  if (texts) bench.load(texts)
}
