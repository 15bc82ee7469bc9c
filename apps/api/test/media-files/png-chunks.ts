import { crc32, deflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** One chunk with its length and its CRC. */
export function makeChunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length)
  framed.set(body, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

/** A valid one-bit PNG of any size, all black: a square of 16,384 takes 32 KB. */
export function makeBlackPng(width: number, height: number, extra: readonly Buffer[] = []): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 1
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height), { level: 9 })
  return Buffer.concat([
    SIGNATURE,
    makeChunk('IHDR', header),
    ...extra,
    makeChunk('IDAT', rows),
    makeChunk('IEND', Buffer.alloc(0)),
  ])
}

/** A compressed text chunk that unpacks to that many bytes. */
export function makeTextBomb(unpackedBytes: number, keyword = 'Comment'): Buffer {
  const text = deflateSync(Buffer.alloc(unpackedBytes, 0x41), { level: 9 })
  return makeChunk('zTXt', Buffer.concat([Buffer.from(`${keyword}\0\0`, 'latin1'), text]))
}
