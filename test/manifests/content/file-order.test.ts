import t from 'tap'
import { inFileOrder } from '../../../src/manifests/content/file-order.ts'

const at = (place: string) => {
  const [file = '', line, column] = place.split(':')
  return { file, line: Number(line), column: Number(column) }
}
const text = ({ file, line, column }: ReturnType<typeof at>) => `${file}:${line}:${column}`

t.test('files as they came, places as they stand, other files first, equals as they were', async t => {
  const places = ['b:1:1', 'a:10:1', 'gone:0:0', 'a:9:12', 'b:1:1', 'a:9:2']
  t.strictSame(inFileOrder(places.map(at), [{ file: 'b' }, { file: 'a' }]).map(text), [
    'gone:0:0',
    'b:1:1',
    'b:1:1',
    'a:9:2',
    'a:9:12',
    'a:10:1',
  ])
})
