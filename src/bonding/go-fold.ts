/**
 * A key folded the way encoding/json folds keys to find a struct field (fold.go `foldName`), as far as it can matter here:
 * our fields have ASCII names, and besides the other case of ASCII letters only two characters of Unicode's simple folding
 * fall together with one, U+017F (long s) with s and U+212A (Kelvin sign) with k. All others stay and match nothing.
 */
export function goFold(key: string): string {
  let plain = true
  for (let index = 0; index < key.length && plain; index++) plain = key.charCodeAt(index) < 0x80
  // toUpperCase is only safe for ASCII: elsewhere it may change the length (ß becomes SS).
  return plain ? key.toUpperCase() : key.replaceAll('\u017f', 's').replaceAll('\u212a', 'k').replace(/[a-z]/g, upper)
}

function upper(letter: string): string {
  return letter.toUpperCase()
}
