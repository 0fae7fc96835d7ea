import t from 'tap'
import { SecretSource } from '../../src/certs/secret-source.ts'
import { ApiFailure } from '../../src/cluster/api-failure.ts'
import { FakeSecrets } from './fake-secrets.ts'

const start = new Date('2026-01-01T00:00:00Z')
const renewal = new Date('2026-03-05T00:00:00Z')
const forbidden = new ApiFailure('secrets "pair" is forbidden: User "x" cannot update resource "secrets"', 403)

/** One replica; `told` is what it says of its writing. */
function replica(api: FakeSecrets) {
  const told: string[] = []
  const source = new SecretSource({
    api,
    namespace: 'net',
    name: 'pair',
    names: ['localhost'],
    written: (reasons, problems) => told.push(`written: ${reasons.join(', ')}; ${problems.join(', ')}`),
    unwritten: problem => told.push(`unwritten: ${problem}`),
  })
  const look = async (now = start) => {
    const { pair, trusted } = await source.look(now)
    return {
      fingerprint: pair.kind === 'pair' ? pair.pair.fingerprint : undefined,
      problem: pair.kind === 'bad' ? pair.problem : undefined,
      trusted: trusted.map(one => one.fingerprint256),
    }
  }
  return { told, look }
}

t.test('the first replica fills the Secret, the others read it', async t => {
  const api = new FakeSecrets()
  api.set({ 'somebody.else': 'text' })
  const [one, two] = [replica(api), replica(api)]
  const first = await one.look()
  t.ok(first.fingerprint)
  t.same(await two.look(), first)
  t.same(await one.look(), first)
  t.equal(api.writes, 1)
  t.same([one.told, two.told], [['written: a new authority, a new certificate; '], []])
  t.equal(api.data?.['somebody.else'], 'text', 'what is not ours stays')
})

t.test('all of them at once: one writes, the others take what it wrote', async t => {
  const api = new FakeSecrets()
  const replicas = [replica(api), replica(api), replica(api)]
  const looks = await Promise.all(replicas.map(each => each.look()))
  t.equal(api.writes, 1)
  t.equal(new Set(looks.map(({ fingerprint }) => fingerprint)).size, 1)
  t.same(
    looks.map(({ trusted }) => trusted.length),
    [1, 1, 1],
  )
})

t.test('a renewal that another replica was quicker with', async t => {
  const api = new FakeSecrets()
  const [one, two] = [replica(api), replica(api)]
  const before = await one.look()
  await two.look()
  let others: unknown
  api.meanwhile = async () => {
    others = await two.look(renewal)
  }
  const after = await one.look(renewal)
  t.not(after.fingerprint, before.fingerprint)
  t.same(after, others)
  t.same(after.trusted, before.trusted)
  t.equal(api.writes, 2)
})

t.test('somebody who writes it all the time', async t => {
  const api = new FakeSecrets()
  const one = replica(api)
  const again = async () => {
    await Promise.resolve()
    api.change({ counter: String(api.version) })
    api.meanwhile = again
  }
  api.meanwhile = again
  t.match(await one.look(), { problem: 'Secret net/pair: others write it all the time' })
  api.meanwhile = undefined
  t.match(await one.look(), { problem: undefined })
})

const damages = [
  { name: 'emptied', data: () => ({}), problems: '' },
  {
    name: 'half',
    data: (whole: object) => ({ ...whole, 'tls.key': '' }),
    problems: 'tls.crt, tls.key: the key is not a PEM private key',
  },
  {
    name: 'without the key of its authority',
    data: (whole: object) => ({ ...whole, 'ca.key': 'x' }),
    problems: 'ca.key does not belong to a certificate in ca.crt',
  },
]
for (const { name, data, problems } of damages) {
  t.test(`a Secret that is ${name}, while this replica runs: written back as it was`, async t => {
    const api = new FakeSecrets()
    const one = replica(api)
    const before = await one.look()
    const whole = { ...api.data }
    api.set(data(whole))
    t.same(await one.look(), before)
    t.same(api.data, whole)
    t.equal(one.told[1], `written: what was missing or had ended; ${problems}`)
  })
}

t.test('deleted: told, and nothing is forgotten', async t => {
  const api = new FakeSecrets()
  const one = replica(api)
  const before = await one.look()
  const whole = { ...api.data }
  api.set(undefined)
  t.same(await one.look(), {
    fingerprint: undefined,
    problem: 'Secret net/pair: it does not exist; only who installs bond-injector may create it',
    trusted: before.trusted,
  })
  api.set({})
  t.same(await one.look(), before)
  t.same(api.data, whole)
})

t.test('deleted between reading and writing', async t => {
  const api = new FakeSecrets()
  const one = replica(api)
  api.meanwhile = async () => {
    await Promise.resolve()
    api.set(undefined)
  }
  t.match(await one.look(), { problem: /it does not exist/ })
})

t.test("somebody else's certificates: left alone, and said", async t => {
  const api = new FakeSecrets()
  const { generate } = (await import('selfsigned')).default
  const theirs = await generate([{ name: 'commonName', value: 'theirs' }], { keyType: 'ec', algorithm: 'sha256' })
  const data = { 'tls.crt': theirs.cert, 'tls.key': theirs.private }
  api.set(data)
  const { problem } = await replica(api).look()
  t.equal(problem, 'Secret net/pair: it holds a certificate that bond-injector has not made, and is left as it is')
  t.same(api.data, data)
})

t.test('not readable: the API server says why', async t => {
  const api = new FakeSecrets()
  const one = replica(api)
  api.failure = { on: 'get', with: new ApiFailure('connect ECONNREFUSED 10.0.0.1:443') }
  t.same(await one.look(), {
    fingerprint: undefined,
    problem: 'Secret net/pair: connect ECONNREFUSED 10.0.0.1:443',
    trusted: [],
  })
})

t.test('not writable', async t => {
  const api = new FakeSecrets()
  api.failure = { on: 'replace', with: forbidden }
  const one = replica(api)
  const { problem, fingerprint } = await one.look()
  t.equal(
    problem,
    `Secret net/pair: a new authority, a new certificate could not be written (${forbidden.message})`,
    'what no other replica would serve is not served',
  )
  t.equal(fingerprint, undefined)

  api.failure = undefined
  const written = await replica(api).look()
  t.same(await one.look(), written, 'what another one wrote is')
  api.failure = { on: 'replace', with: forbidden }
  t.same(await one.look(renewal), written, 'and stays, though a renewal is due')
  await one.look(renewal)
  t.same(
    one.told,
    [
      `unwritten: Secret net/pair: a new certificate: the old one was past two thirds of its life could not be written (${forbidden.message})`,
    ],
    'told once',
  )
})
