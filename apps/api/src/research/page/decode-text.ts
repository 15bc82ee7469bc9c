import { MIMEType } from 'node:util'

/** Bytes of a page in which its own statement of its encoding is looked for: HTML asks for it in the first 1,024. */
const META_SEARCH_BYTES = 4096

const META_CHARSET = /<meta\s[^>]*?charset\s*=\s*["']?\s*([a-z0-9_:-]{2,40})/i

/**
 * Turns a page's bytes into text, by the first of these that is an encoding we know: its byte order mark, the header,
 * the page's `<meta>`, UTF-8. Broken sequences become U+FFFD.
 */
export function decodeText(bytes: Uint8Array, contentType: string): string {
  const labels = [byteOrderMark(bytes), charsetOf(contentType), metaCharset(bytes), 'utf-8']
  for (const label of labels) {
    const decoder = label === undefined ? undefined : createDecoder(label)
    if (decoder !== undefined) return decoder.decode(bytes)
  }
  throw new Error('this runtime does not know UTF-8')
}

/** The type without its parameters, in lower case; nothing when the header is no type at all. */
export function essenceOf(contentType: string): string | undefined {
  return parseType(contentType)?.essence
}

function charsetOf(contentType: string): string | undefined {
  return parseType(contentType)?.params.get('charset') ?? undefined
}

function parseType(contentType: string): MIMEType | undefined {
  try {
    return new MIMEType(contentType)
  } catch {
    return undefined
  }
}

function byteOrderMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return undefined
}

function metaCharset(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, META_SEARCH_BYTES))
  const label = META_CHARSET.exec(start)?.[1]
  // What could be read as ASCII is not UTF-16, whatever it says (HTML, "prescan a byte stream").
  return label !== undefined && /^utf-?16/i.test(label) ? 'utf-8' : label
}

function createDecoder(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label)
  } catch {
    return undefined
  }
}
