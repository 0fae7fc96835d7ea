import { fieldsOf } from '../../src/bonding/json-fields.ts'
import { fromBase64url, toBase64url } from './base64url.ts'
import { deflate, inflate } from './deflate.ts'
import type { Texts } from './texts.ts'

export type SharedTexts =
  | { readonly kind: 'none' }
  | { readonly kind: 'texts'; readonly texts: Texts }
  /** `message`: one sentence for who followed the link. */
  | { readonly kind: 'broken'; readonly message: string }

/** More than any link that a mail or a chat carries; what a fragment may swell to. */
export const longestTexts = 2 ** 20

/**
 * The texts as the fragment of an address, which browsers do not send to a server: `#d1=` and compressed, `#t1=` where
 * the browser cannot. The number is the version of what stands behind it.
 */
export async function fragmentOf(texts: Texts): Promise<string> {
  const { networks, pod } = texts
  const bytes = new TextEncoder().encode(JSON.stringify({ networks, pod }))
  const compressed = await deflate(bytes)
  return compressed ? `#d1=${toBase64url(compressed)}` : `#t1=${toBase64url(bytes)}`
}

/** Reads a fragment, which anybody can have made: whatever it holds ends in texts or in a sentence. */
export async function textsOf(fragment: string): Promise<SharedTexts> {
  if (/^#?$/.test(fragment)) return { kind: 'none' }
  const [, form = '', data = ''] = /^#([dt])1=(.*)$/s.exec(fragment) ?? []
  if (form === '') return broken('it was not made by this page, or by another version of it')
  const sent = fromBase64url(data)
  if (!sent) return broken('it has characters in it that such a link never has, or its end is missing')
  const bytes = form === 'd' ? await inflate(sent, longestTexts) : sent
  if (!bytes || bytes.length > longestTexts) return broken('a part of it is missing, or it holds too much')
  const texts = readTexts(bytes)
  return texts ? { kind: 'texts', texts } : broken('what it holds is damaged')
}

function broken(why: string): SharedTexts {
  return { kind: 'broken', message: `The link cannot be read: ${why}.` }
}

function readTexts(bytes: Uint8Array): Texts | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    const fields = fieldsOf(value)
    const [networks, pod] = [fields?.['networks'], fields?.['pod']]
    return typeof networks === 'string' && typeof pod === 'string' ? { networks, pod } : undefined
  } catch {
    return undefined
  }
}
