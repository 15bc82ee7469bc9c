/** Where the lengths of a WebP stand, in bytes. */
const RIFF_LENGTH_AT = 4
const FIRST_CHUNK_AT = 12

/**
 * A WebP whose length in its header is one byte off, or that lacks its last padding byte, as some programs write them: with the
 * right length. Decoders that we use refuse it; browsers show it.
 *
 * @returns undefined where nothing is to be repaired
 */
export function repairWebp(bytes: Buffer): Buffer | undefined {
  const end = endOfChunks(bytes)
  if (end === undefined || end > bytes.length + 1) return undefined
  const said = 8 + bytes.readUInt32LE(RIFF_LENGTH_AT)
  if (Math.abs(said - end) > 1 || (said === end && end <= bytes.length)) return undefined
  const repaired = Buffer.alloc(end)
  bytes.copy(repaired)
  repaired.writeUInt32LE(end - 8, RIFF_LENGTH_AT)
  return repaired
}

/** RIFF: chunks of a name, a length and as many bytes, padded to an even number. */
function endOfChunks(bytes: Buffer): number | undefined {
  let at = FIRST_CHUNK_AT
  while (at + 8 <= bytes.length) {
    const length = bytes.readUInt32LE(at + 4)
    at += 8 + length + (length % 2)
  }
  return at > FIRST_CHUNK_AT ? at : undefined
}
