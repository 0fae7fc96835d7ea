import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { makeAuthority } from '../../src/certs/authority.ts'
import { FileSource } from '../../src/certs/file-source.ts'

const now = new Date('2026-11-25T12:00:00Z')
const [authority, stranger] = [await makeAuthority(now), await makeAuthority(now)]
const pair = await authority.issue(['localhost'], now)
const whole = { 'tls.crt': pair.cert, 'tls.key': pair.key, 'ca.crt': authority.cert }

function sourceIn(dir: string) {
  const file = (name: string) => join(dir, name)
  const source = new FileSource({ cert: file('tls.crt'), key: file('tls.key'), ca: file('ca.crt') })
  const look = async () => {
    const { pair, trusted } = await source.look()
    return {
      found: pair.kind === 'bad' ? pair.problem.replaceAll(dir, '') : pair.pair.fingerprint,
      trusted: trusted.join(''),
    }
  }
  return { file, look }
}

t.test('a pair and its authority', async t => {
  t.same(await sourceIn(t.testdir(whole)).look(), { found: pair.fingerprint, trusted: authority.cert })
})

t.test('a chain, and an authority among others', async t => {
  const files = { ...whole, 'tls.crt': pair.cert + stranger.cert, 'ca.crt': stranger.cert + authority.cert }
  t.equal((await sourceIn(t.testdir(files)).look()).found, pair.fingerprint)
})

t.test('without an authority nobody is asked to trust it', async t => {
  const dir = t.testdir(whole)
  const source = new FileSource({ cert: join(dir, 'tls.crt'), key: join(dir, 'tls.key'), ca: undefined })
  t.match(await source.look(), { pair: { kind: 'pair' }, trusted: [] })
})

const missing = 'cannot be read (no such file or directory)'
const wrong = [
  { name: 'an empty directory', change: { 'tls.crt': undefined }, problem: `the certificate /tls.crt ${missing}` },
  { name: 'no key yet', change: { 'tls.key': undefined }, problem: `the key /tls.key ${missing}` },
  { name: 'no authority', change: { 'ca.crt': undefined }, problem: `the authority /ca.crt ${missing}` },
  { name: 'an empty authority', change: { 'ca.crt': '' }, problem: 'the authority /ca.crt holds no PEM certificate' },
  {
    name: 'half an authority',
    change: { 'ca.crt': authority.cert.slice(0, 99) },
    problem: 'the authority /ca.crt holds no PEM certificate',
  },
  {
    name: 'rubbish in it',
    change: { 'ca.crt': `${authority.cert}-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----` },
    problem: 'the authority /ca.crt holds what is no certificate',
  },
  {
    name: 'an authority of another pair',
    change: { 'ca.crt': stranger.cert },
    problem: '/tls.crt is not signed by a certificate in /ca.crt',
  },
]
for (const { name, change, problem } of wrong) {
  t.test(`${name}: told, and what was trusted stays`, async t => {
    const dir = t.testdir(whole)
    const { file, look } = sourceIn(dir)
    await look()
    for (const [key, text] of Object.entries(change)) {
      if (text === undefined) rmSync(file(key))
      else writeFileSync(file(key), text)
    }
    t.same(await look(), { found: problem, trusted: authority.cert })
    for (const [key, text] of Object.entries(whole)) writeFileSync(file(key), text)
    t.same(await look(), { found: pair.fingerprint, trusted: authority.cert })
  })
}
