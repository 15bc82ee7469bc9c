import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { encodeVideo } from './encode-video.ts'

export const HEIC_WIDTH = 320
export const HEIC_HEIGHT = 192
/** A red of 200, 80, 80, as brightness and differences. */
const RED = [116, 110, 181] as const

interface Heic {
  /** Quarter turns against the clock by which it is shown. */
  readonly turns?: number
  /** Whether its colors are those of Display P3. @default true */
  readonly isP3?: boolean
}

/** A HEIC as phones write it, of one color: a coded picture of H.265, its profile, its rotation, and where it was taken. */
export async function makeHeic({ turns = 0, isP3 = true }: Heic = {}): Promise<Buffer> {
  const size = { width: HEIC_WIDTH, height: HEIC_HEIGHT }
  // A name of its own: tests make several at once.
  const name = `heic-${randomUUID()}.mp4`
  const video = await readFile(await encodeVideo(name, { ...size, frames: 1, codec: 'hevc', color: RED }))
  const config = contentOf(video, 'hvcC')
  const picture = contentOf(video, 'mdat')
  const properties = [
    box('hvcC', config),
    fullBox('ispe', 0, uint32(size.width), uint32(size.height)),
    box('irot', Buffer.from([turns])),
    ...(isP3 ? [box('colr', Buffer.from('prof'), await displayP3())] : []),
  ]
  const place = Buffer.from('\0\0\0\0Exif\0\0MM GPS 51.5007 N 0.1246 W', 'latin1')
  const makeMeta = (at: number) =>
    fullBox(
      'meta',
      0,
      fullBox('hdlr', 0, uint32(0), Buffer.from('pict'), Buffer.alloc(13)),
      fullBox('pitm', 0, uint16(1)),
      fullBox('iinf', 0, uint16(2), itemInfo(1, 'hvc1'), itemInfo(2, 'Exif')),
      fullBox(
        'iloc',
        0,
        Buffer.from([0x44, 0]),
        uint16(2),
        extent(1, at, picture),
        extent(2, at + picture.length, place),
      ),
      fullBox('iref', 0, box('cdsc', uint16(2), uint16(1), uint16(1))),
      box(
        'iprp',
        box('ipco', ...properties),
        fullBox('ipma', 0, uint32(1), uint16(1), associations(properties.length)),
      ),
    )
  const fileType = box('ftyp', Buffer.from('heic\0\0\0\0mif1heic', 'latin1'))
  const at = fileType.length + makeMeta(0).length + 8
  return Buffer.concat([fileType, makeMeta(at), box('mdat', picture, place)])
}

function associations(count: number): Buffer {
  // The first is essential: its configuration.
  return Buffer.from([count, ...Array.from({ length: count }, (_, index) => (index === 0 ? 0x80 : 0) | (index + 1))])
}

async function displayP3(): Promise<Buffer> {
  const plain = sharp({ create: { width: 8, height: 8, channels: 3, background: '#0f0' } })
  const { icc } = await sharp(await plain.withIccProfile('p3').png().toBuffer()).metadata()
  return icc ?? Buffer.alloc(0)
}

function itemInfo(id: number, type: string): Buffer {
  return fullBox('infe', 2, uint16(id), uint16(0), Buffer.from(`${type}\0`))
}

function extent(id: number, at: number, bytes: Buffer): Buffer {
  return Buffer.concat([uint16(id), uint16(0), uint16(1), uint32(at), uint32(bytes.length)])
}

function contentOf(file: Buffer, type: string): Buffer {
  const at = file.indexOf(type, 0, 'latin1')
  return file.subarray(at + 4, at - 4 + file.readUInt32BE(at - 4))
}

function box(type: string, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  return Buffer.concat([uint32(content.length + 8), Buffer.from(type, 'latin1'), content])
}

function fullBox(type: string, version: number, ...parts: readonly Buffer[]): Buffer {
  return box(type, Buffer.from([version, 0, 0, 0]), ...parts)
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(value)
  return bytes
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
