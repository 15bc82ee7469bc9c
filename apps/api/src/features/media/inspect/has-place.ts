/** What a picture carries besides its pixels. */
interface Metadata {
  readonly exif?: Buffer | undefined
  readonly xmp?: Buffer | undefined
  readonly iptc?: Buffer | undefined
}

const PLACES = /GPSL(?:atitude|ongitude)|photoshop:City|Iptc4xmp(?:Core|Ext):Location/u

/** Whether a picture says where it was taken. */
export function hasPlace({ exif, xmp, iptc }: Metadata): boolean {
  // IPTC is written by newsrooms, whose captions begin with a place.
  return (
    iptc !== undefined || (exif !== undefined && hasGps(exif)) || (xmp !== undefined && PLACES.test(xmp.toString()))
  )
}

/** CIPA DC-008, 4.6.3: the tag that points to where positions stand. */
const GPS_TAG = 0x8825
const PREFIX = 'Exif\0\0'

function hasGps(exif: Buffer): boolean {
  const tiff = exif.toString('latin1', 0, 6) === PREFIX ? exif.subarray(6) : exif
  if (tiff.length < 10) return false
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const read16 = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (directory + 2 > tiff.length) return false
  const count = read16(directory)
  for (let index = 0; index < count; index += 1) {
    const at = directory + 2 + index * 12
    if (at + 12 > tiff.length) return false
    if (read16(at) === GPS_TAG) return true
  }
  return false
}
