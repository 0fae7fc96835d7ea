type Bytes = Uint8Array<ArrayBuffer>

/** @returns undefined where the browser cannot compress, as those from before 2023 */
export async function deflate(bytes: Bytes): Promise<Bytes | undefined> {
  return through(bytes, () => new CompressionStream('deflate-raw'), Infinity)
}

/**
 * @param limit bytes: a few compressed ones can stand for any number
 * @returns undefined for what is not compressed, or larger, or where the browser cannot
 */
export async function inflate(bytes: Bytes, limit: number): Promise<Bytes | undefined> {
  return through(bytes, () => new DecompressionStream('deflate-raw'), limit)
}

type Stream = CompressionStream | DecompressionStream

async function through(bytes: Bytes, open: () => Stream, limit: number): Promise<Bytes | undefined> {
  const chunks: Bytes[] = []
  let size = 0
  try {
    const reader = new Blob([bytes]).stream().pipeThrough(open()).getReader()
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.length
      chunks.push(next.value)
      if (size > limit) {
        await reader.cancel()
        return undefined
      }
    }
  } catch {
    return undefined
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer())
}
