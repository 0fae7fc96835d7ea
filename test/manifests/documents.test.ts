import t from 'tap'
import { decode } from './as-kubectl.ts'
import { documents } from './tables/documents.ts'

for (const { name, text, objects, refused } of documents) {
  t.test(`${name}, as kubectl reads it`, async t => {
    t.strictSame(decode(text), { objects, refused })
  })
}
