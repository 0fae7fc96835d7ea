import t from 'tap'
import { goFold } from '../../src/bonding/go-fold.ts'

t.test('keys that mean the same field', async t => {
  const cases = [
    { name: 'the same', key: 'failOverMac', field: 'failOverMac' },
    { name: 'lower case', key: 'failovermac', field: 'failOverMac' },
    { name: 'upper case', key: 'FAILOVERMAC', field: 'failOverMac' },
    { name: 'mixed', key: 'fAiLoVeRmAc', field: 'failOverMac' },
    { name: 'long s', key: 'cniVer\u017fion', field: 'cniVersion' },
    { name: 'long s for a capital', key: '\u017flaves', field: 'Slaves' },
    { name: 'kelvin sign', key: 'lin\u212as', field: 'links' },
    { name: 'both', key: 'LIN\u212a\u017f', field: 'links' },
    { name: 'a hyphen', key: 'CNI-Args', field: 'cni-args' },
    { name: 'a dot and a slash', key: 'CNI.DEV/valid', field: 'cni.dev/valid' },
  ]
  for (const { name, key, field } of cases) t.equal(goFold(key), goFold(field), name)
})

t.test('keys that mean another field, or none', async t => {
  const cases = [
    { name: 'another letter', key: 'link', field: 'links' },
    { name: 'hyphen and underscore', key: 'cni_args', field: 'cni-args' },
    { name: 'a blank at the end', key: 'name ', field: 'name' },
    { name: 'sharp s is not two s', key: 'addre\u00df', field: 'address' },
    { name: 'dotless i', key: 'l\u0131nks', field: 'links' },
    { name: 'capital I with dot', key: 'L\u0130NKS', field: 'links' },
    { name: 'full width letters', key: '\uff4eame', field: 'name' },
    { name: 'accents', key: 'n\u00e4me', field: 'name' },
    { name: 'empty', key: '', field: 'name' },
    { name: '@ and ` differ in the same bit as letters do', key: '@', field: '`' },
    { name: '[ and { too', key: '[', field: '{' },
  ]
  for (const { name, key, field } of cases) t.not(goFold(key), goFold(field), name)
})

t.test('of all other characters only two fold to an ASCII letter', async t => {
  const found: string[] = []
  for (let unit = 0x80; unit < 0x10000; unit++) {
    if (/^[\0-\x7f]+$/.test(goFold(String.fromCharCode(unit)))) found.push(unit.toString(16))
  }
  // Printed by a Go 1.26 program that followed unicode.SimpleFold from every rune.
  t.same(found, ['17f', '212a'])
})
