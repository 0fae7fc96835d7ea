import t from 'tap'
import { decode } from '../as-kubectl.ts'
import { styles } from '../tables/styles.ts'

t.test('texts in every style, blanks and breaks in every place, are read as kubectl reads them', async t => {
  for (const [text, objects] of styles) {
    const decoded = decode(text)
    if (objects === null) t.ok(decoded.refused, `${JSON.stringify(text)} is refused`)
    else t.strictSame(decoded, { objects, refused: false }, JSON.stringify(text))
  }
  t.equal(styles.length, 400)
})
