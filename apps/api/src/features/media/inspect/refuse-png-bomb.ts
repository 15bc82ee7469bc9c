import { inflateSync } from 'node:zlib'
import { UnsupportedMediaError } from './errors.ts'

/** A colour profile takes a few megabytes at most, a text far less. For all of them together. */
const MAX_UNPACKED_BYTES = 8 * 1024 * 1024

/**
 * Refuses a PNG whose texts or colour profile unpack to far more than the file: harmless to our decoder, which skips
 * them, but not to whatever opens the file next.
 *
 * @param bytes a PNG that is whole
 * @throws UnsupportedMediaError
 */
export function refusePngBomb(bytes: Buffer): void {
  let left = MAX_UNPACKED_BYTES
  for (const { type, data } of readChunks(bytes)) {
    const packed = COMPRESSED_PART[type]?.(data)
    if (packed === undefined || packed.length === 0) continue
    const unpacked = measureUnpacked(packed, left)
    if (unpacked > left) throw new UnsupportedMediaError('The PNG contains texts that unpack to an unreasonable size.')
    left -= unpacked
  }
}

/** How many frames a PNG shows one after another: its third edition, 11.3.6.1. One that is not animated has one. */
export function countPngFrames(bytes: Buffer): number {
  for (const { type, data } of readChunks(bytes)) {
    if (type === 'acTL' && data.length >= 4) return data.readUInt32BE(0)
    if (type === 'IDAT') return 1
  }
  return 1
}

/** PNG, 11.3.3: after a keyword and its zero byte. */
const COMPRESSED_PART: Readonly<Record<string, (data: Buffer) => Buffer | undefined>> = {
  zTXt: (data) => data.subarray(afterZero(data, 0) + 1),
  iCCP: (data) => data.subarray(afterZero(data, 0) + 1),
  // A flag, a method, a language and a translated keyword come first.
  iTXt: (data) => {
    const flags = afterZero(data, 0)
    return data[flags] === 1 ? data.subarray(afterZero(data, afterZero(data, flags + 2))) : undefined
  },
}

function afterZero(data: Buffer, from: number): number {
  const zero = data.indexOf(0, from)
  return zero === -1 ? data.length : zero + 1
}

/** Bytes, or more than `limit` when it is more than that; what is no zlib data unpacks to nothing. */
function measureUnpacked(packed: Buffer, limit: number): number {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(limit, 1) }).length
  } catch (error) {
    return error instanceof RangeError ? limit + 1 : 0
  }
}

function* readChunks(bytes: Buffer): Generator<{ type: string; data: Buffer }, void, undefined> {
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at)
    yield { type: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, at + 8 + length) }
    at += 12 + length
  }
}
