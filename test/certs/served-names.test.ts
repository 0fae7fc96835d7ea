import t from 'tap'
import { makeAuthority } from '../../src/certs/authority.ts'
import { missingName, namesIn } from '../../src/certs/served-names.ts'

const now = new Date('2026-11-25T12:00:00Z')
const authority = await makeAuthority(now)
const { cert } = await authority.issue(['localhost', '::1', 'bond-injector.net.svc', '10.0.0.1'], now)

const cases = [
  { names: [], missing: undefined },
  { names: ['localhost', 'bond-injector.net.svc'], missing: undefined },
  { names: ['LOCALHOST'], missing: undefined },
  { names: ['::1', '10.0.0.1'], missing: undefined },
  { names: ['0:0:0:0:0:0:0:1'], missing: undefined },
  { names: ['localhost', 'bond-injector.other.svc'], missing: 'bond-injector.other.svc' },
  { names: ['10.0.0.2'], missing: '10.0.0.2' },
  { names: ['svc'], missing: 'svc' },
  { names: ['bond-injector'], missing: 'bond-injector' },
]
for (const { names, missing } of cases) {
  t.test(`is it for ${names.join(' and ') || 'nobody'}`, async t => {
    t.equal(missingName(cert, names), missing)
  })
}

t.test('the names of a certificate go into the next one as they are', async t => {
  const names = namesIn(cert)
  t.same(names, ['localhost', '0:0:0:0:0:0:0:1', 'bond-injector.net.svc', '10.0.0.1'])
  t.same(namesIn((await authority.issue(names, now)).cert), names)
})
