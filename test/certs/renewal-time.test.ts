import t from 'tap'
import { makeAuthority } from '../../src/certs/authority.ts'
import { renewalTime } from '../../src/certs/renewal-time.ts'

const made = new Date('2026-01-01T00:00:00Z')

t.test('60 days after a certificate for 90 days was made, whatever it was backdated', async t => {
  const pair = await (await makeAuthority(made)).issue(['localhost'], made)
  t.same(renewalTime(pair), new Date('2026-03-02T00:00:00Z'))
})

t.test('one that ends with its authority is renewed at two thirds as well, not at once', async t => {
  const authority = await makeAuthority(made)
  const issued = new Date(authority.notAfter.getTime() - 3 * 60 * 60 * 1000)
  t.same(renewalTime(await authority.issue(['localhost'], issued)), new Date(issued.getTime() + 2 * 60 * 60 * 1000))
})
