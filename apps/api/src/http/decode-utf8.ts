import { isUtf8 } from 'node:buffer'
import { invalidField } from '#shared/app-error.ts'

/** How U+FFFD itself is written. */
const REPLACEMENT = [0xef, 0xbf, 0xbd] as const

/** Decodes a body. A decoder that puts U+FFFD in place of what is no UTF-8 would have another text stored. */
export function decodeUtf8(bytes: Buffer): string {
  const text = bytes.toString('utf8')
  if (isUtf8(bytes)) return text
  throw invalidField('body', `must be UTF-8: byte ${findInvalidByte(bytes, text)} is not`)
}

/** The first byte for which the decoder put a U+FFFD that was not sent. */
function findInvalidByte(bytes: Buffer, decoded: string): number {
  let at = 0
  let from = 0
  for (let index = decoded.indexOf('\uFFFD'); index >= 0; index = decoded.indexOf('\uFFFD', from)) {
    at += Buffer.byteLength(decoded.slice(from, index))
    const start = at
    if (!REPLACEMENT.every((byte, offset) => bytes[start + offset] === byte)) break
    at += REPLACEMENT.length
    from = index + 1
  }
  return at
}
