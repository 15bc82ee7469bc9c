import { TooLargeError } from '#storage/errors.ts'
import { detectFormat, SNIFF_BYTES } from './detect-format.ts'
import { UnsupportedMediaError } from './errors.ts'
import type { MediaKind } from './formats.ts'

/**
 * Passes a file on while it keeps the limit of what its first bytes say it is: a picture is stopped at the limit of
 * pictures although nothing else has said yet that it is one, and what we do not take is stopped at its first bytes.
 *
 * @param maxBytes per kind
 * @throws TooLargeError, UnsupportedMediaError, and whatever the source throws
 */
export async function* limitByKind(
  source: AsyncIterable<Uint8Array>,
  maxBytes: Readonly<Record<MediaKind, number>>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const start: Uint8Array[] = []
  let bytes = 0
  let limit: number | undefined
  for await (const chunk of source) {
    bytes += chunk.byteLength
    if (limit === undefined) {
      start.push(chunk)
      if (bytes < SNIFF_BYTES) continue
      limit = maxBytes[(await detectFormat(Buffer.concat(start))).kind]
      if (bytes > limit) throw new TooLargeError(limit)
      yield* start.splice(0)
    } else {
      if (bytes > limit) throw new TooLargeError(limit)
      yield chunk
    }
  }
  if (bytes === 0) throw new UnsupportedMediaError('The file is empty.')
  if (limit === undefined) {
    limit = maxBytes[(await detectFormat(Buffer.concat(start))).kind]
    if (bytes > limit) throw new TooLargeError(limit)
    yield* start
  }
}
