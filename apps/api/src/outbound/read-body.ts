import type { Readable } from 'node:stream'
import { pipeline as pipe } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createBrotliDecompress, createGunzip } from 'node:zlib'
import { OutboundError } from './errors.ts'
import { explainFailure } from './explain-failure.ts'

/** The packings we ask for and can undo. */
export const ACCEPT_ENCODING = 'gzip, br'

interface ReadOptions {
  /** Its `Content-Encoding`. */
  readonly encoding: string | undefined
  readonly maxBytes: number
  readonly longBody: 'fail' | 'cut'
}

/**
 * Reads a body to its end, or as far as it may be, and unpacks it. No more than `maxBytes` of what is unpacked are ever held.
 *
 * @throws OutboundError `too_large`, or `unreachable` for a packing we did not ask for; whatever the streams throw
 */
export async function readBody(body: Readable, options: ReadOptions): Promise<Uint8Array> {
  const { encoding, maxBytes, longBody } = options
  const chunks: Uint8Array[] = []
  let size = 0
  const isCut = () => longBody === 'cut' && size >= maxBytes
  const collect = async (source: AsyncIterable<Uint8Array>) => {
    for await (const chunk of source) {
      size += chunk.length
      if (size > maxBytes && longBody === 'fail') throw tooLarge(maxBytes)
      chunks.push(chunk)
      if (isCut()) return
    }
  }
  const decoder = createDecoder(encoding)
  try {
    await (decoder === undefined ? pipeline(body, collect) : pipeline(body, decoder, collect))
  } catch (error) {
    // Streams that are left before their end are ended by an error.
    if (!isCut()) throw error
  }
  return new Uint8Array(Buffer.concat(chunks, Math.min(size, maxBytes)))
}

/**
 * Unpacks a body as it comes.
 *
 * @throws OutboundError
 */
export async function* streamBody(
  body: Readable,
  { encoding, maxBytes }: Omit<ReadOptions, 'longBody'>,
): AsyncGenerator<Uint8Array, void, undefined> {
  let size = 0
  try {
    const decoder = createDecoder(encoding)
    // What goes wrong is thrown by the last one.
    const source: AsyncIterable<Uint8Array> = decoder === undefined ? body : pipe(body, decoder, () => {})
    for await (const chunk of source) {
      size += chunk.length
      if (size > maxBytes) throw tooLarge(maxBytes)
      yield chunk
    }
  } catch (error) {
    throw explainFailure(error)
  }
}

export function tooLarge(maxBytes: number): OutboundError {
  return new OutboundError('too_large', `answers with more than ${maxBytes} bytes`)
}

function createDecoder(encoding: string | undefined) {
  switch (encoding?.trim().toLowerCase() ?? 'identity') {
    case '':
    case 'identity':
      return undefined
    case 'gzip':
    case 'x-gzip':
      // Like browsers, these give what there is of a stream that was cut, instead of nothing.
      return createGunzip({ flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH })
    case 'br':
      return createBrotliDecompress({
        flush: constants.BROTLI_OPERATION_FLUSH,
        finishFlush: constants.BROTLI_OPERATION_FLUSH,
      })
    default:
      // Also `gzip, gzip`: only bombs are packed twice.
      throw new OutboundError('unreachable', 'answers in a packing that was not asked for')
  }
}
