/** JPEG: EXIF and XMP (APP1), IPTC (APP13), comments. ICC profiles (APP2) stay. */
const JPEG_METADATA = new Set([0xe1, 0xed, 0xfe])
/** PNG: EXIF and texts, of which XMP is one. */
const PNG_METADATA = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt'])

/** A JPEG or PNG without what says where, when and by whom it was made. Its pixels stay byte for byte. */
export function removeMetadata(bytes: Buffer): Buffer {
  return bytes[0] === 0xff ? removeFromJpeg(bytes) : removeFromPng(bytes)
}

function removeFromJpeg(bytes: Buffer): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 4 <= bytes.length) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff || marker === 0xff) {
      at += 1
      continue
    }
    // From the first scan on nothing is metadata.
    if (marker === 0xda) break
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (!JPEG_METADATA.has(marker)) kept.push(bytes.subarray(at, end))
    at = end
  }
  return Buffer.concat([...kept, bytes.subarray(at)])
}

function removeFromPng(bytes: Buffer): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, 8)]
  let at = 8
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (!PNG_METADATA.has(type)) kept.push(bytes.subarray(at, end))
    at = end
  }
  return Buffer.concat(kept)
}
