/**
 * The name that a form gives its file, as its sender meant it: `filename*` (RFC 8187) before `filename`; bytes that are no UTF-8 are
 * Latin-1, as older programs write; words of RFC 2047, as mail programs write, are read.
 *
 * @param head the form up to the file's first bytes, or its first kilobytes
 * @returns undefined when its header is not found: then the parser's reading has to do
 */
export function readFileName(head: Buffer): string | undefined {
  const [line] = FILE_HEADER.exec(head.toString('latin1')) ?? []
  if (line === undefined) return undefined
  const parameters = readParameters(line)
  const [, charset, encoded] = EXTENDED.exec(parameters.get('filename*') ?? '') ?? []
  const extended = charset !== undefined && encoded !== undefined ? decodeExtended(charset, encoded) : undefined
  if (extended !== undefined) return extended
  const plain = parameters.get('filename')
  return plain === undefined ? undefined : decodeName(plain)
}

/** The parameters of a header, each from its own place: a quoted value may contain what looks like another parameter. */
function readParameters(line: string): ReadonlyMap<string, string> {
  const found = [...line.matchAll(PARAMETER)].map(
    ([, name = '', quoted, token = '']) =>
      [name.toLowerCase(), quoted?.replaceAll('\\"', '"') ?? token.trim()] as const,
  )
  return new Map(found.toReversed())
}

const FILE_HEADER = /^content-disposition:[^\r\n]*;[ \t]*name="?file"?(?=[;\r\n \t])[^\r\n]*/im
const PARAMETER = /;[ \t]*([\w*-]+)[ \t]*=[ \t]*(?:"((?:\\"|[^"\r\n])*)"|([^;"\r\n]*))/g
const EXTENDED = /^([\w-]+)'[^']*'(.*)$/
/** An encoded word; white space between two of them is no part of the text. */
const WORD = /=\?([\w-]+)\?([BQ])\?([^?]*)\?=(?:\s+(?==\?))?/gi

function decodeExtended(charset: string, encoded: string): string | undefined {
  const bytes = encoded.replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return decode(Buffer.from(bytes, 'latin1'), charset)
}

/**
 * A name out of a header, of which each character is a byte.
 *
 * @param raw as Node reads headers: Latin-1
 */
export function decodeName(raw: string): string {
  const isBytes = !/[^\0-\xff]/.test(raw)
  const name = isBytes ? (decode(Buffer.from(raw, 'latin1'), 'utf-8') ?? raw) : raw
  return name.replace(WORD, (word, charset: string, encoding: string, text: string) => {
    const isBase64 = encoding.toUpperCase() === 'B'
    const spaced = isBase64 ? '' : text.replaceAll('_', ' ').replaceAll('=', '%')
    return (isBase64 ? decode(Buffer.from(text, 'base64'), charset) : decodeExtended(charset, spaced)) ?? word
  })
}

/** Undefined for bytes that are none of that encoding, and for an encoding that nobody knows. */
function decode(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
