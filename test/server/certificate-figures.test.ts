import t from 'tap'
import { makeAuthority } from '../../src/certs/authority.ts'
import { ServedPair } from '../../src/certs/served-pair.ts'
import { certificateFigures } from '../../src/server/certificate-figures.ts'

const authority = await makeAuthority(new Date())
const pair = await authority.issue(['localhost'], new Date())

function figuresOf(served: ServedPair, authorityNotAfter?: () => Date | undefined) {
  const figures = certificateFigures(served, authorityNotAfter)
  return (name: string) => figures.find(figure => figure.name === `bond_injector_certificate_${name}`)?.read()
}

t.test('when the served one ends, also after the next one took its place', async t => {
  const served = new ServedPair(pair)
  const read = figuresOf(served)
  t.same(read('not_after_timestamp_seconds'), new Map([['served', pair.notAfter.getTime() / 1000]]))
  t.equal(read('changes_total'), 0)
  const next = await authority.issue(['localhost'], new Date(Date.now() + 3600_000))
  served.offer({ kind: 'pair', pair: next }, new Date())
  t.same(read('not_after_timestamp_seconds'), new Map([['served', next.notAfter.getTime() / 1000]]))
  t.equal(read('changes_total'), 1)
})

t.test('the authority, where somebody knows it', async t => {
  const end = new Date('2036-01-01T00:00:00Z')
  t.same(
    figuresOf(new ServedPair(), () => end)('not_after_timestamp_seconds'),
    new Map([['authority', end.getTime() / 1000]]),
  )
})

t.test('no certificate yet: no end, and each new trouble with it counts', async t => {
  const served = new ServedPair()
  const read = figuresOf(served)
  t.same(read('not_after_timestamp_seconds'), new Map())
  served.offer({ kind: 'bad', problem: 'no such file' }, new Date())
  t.equal(read('failures_total'), 1)
  served.offer({ kind: 'bad', problem: 'no such file' }, new Date())
  t.equal(read('failures_total'), 1, 'the same again is no news')
  served.offer({ kind: 'pair', pair }, new Date())
  served.offer({ kind: 'bad', problem: 'the key does not belong to the certificate' }, new Date())
  t.equal(read('failures_total'), 2)
})
