import sharp from 'sharp'
import { makePicture } from './make-pictures.ts'
import { makeVideo } from './make-videos.ts'
import { makeBlackPng, makeChunk } from './png-chunks.ts'

/** Files that break a rule of their format, and that every player and viewer shows all the same: by what is odd about them. */
export const ODD_FILES = {
  'a prefix NAL unit before each slice.mp4': () => makeVideo('mp4-prefixed'),
  'the brand 3gp5.mp4': async () => patch(await makeVideo('mp4'), 'ftyp', 4, '3gp5'),
  'no ftyp box.mov': async () => withoutFileType(await makeVideo('mov-index-last')),
  'a colr box of 18 bytes.mp4': async () => withShortColour(await makeVideo('mp4-index-last')),
  'an empty second video track.mp4': async () => withEmptyTrack(await makeVideo('mp4-index-last')),
  'text behind the last box.mp4': async () =>
    Buffer.concat([await makeVideo('mp4'), Buffer.from('Recorded with a camera of some company.\n')]),
  'a last picture that was not written to its end.mp4': async () => {
    const bytes = await makeVideo('mp4')
    return bytes.fill(0, bytes.length - 8)
  },
  'no end marker.jpg': async () => (await makePicture('jpeg')).subarray(0, -2),
  'no end marker, progressive.jpg': async () =>
    (
      await sharp(await makePicture('png'))
        .jpeg({ progressive: true })
        .toBuffer()
    ).subarray(0, -2),
  'a second picture behind the first.jpg': async () => Buffer.concat([await makePicture('jpeg'), await gainMap()]),
  'one frame of an animation.png': () => withFrames(1),
  'a RIFF length that is one less.webp': async () => withRiffLength(await makePicture('webp'), -1),
  'a RIFF length that is one more.webp': async () => withRiffLength(await makePicture('webp'), 1),
} as const satisfies Record<string, () => Promise<Buffer> | Buffer>

export type OddFile = keyof typeof ODD_FILES

/** A PNG that says it is an animation of so many frames. */
export function withFrames(count: number): Buffer {
  const control = Buffer.alloc(8)
  control.writeUInt32BE(count)
  return makeBlackPng(64, 64, [makeChunk('acTL', control)])
}

/** A JPEG whose frame header says other than it is: its precision, or how its data is coded. */
export async function makeOtherJpeg(frame: { readonly marker?: number; readonly bits?: number }): Promise<Buffer> {
  const bytes = await makePicture('jpeg')
  const at = bytes.indexOf(Buffer.from([0xff, 0xc0]))
  if (frame.marker !== undefined) bytes[at + 1] = frame.marker
  if (frame.bits !== undefined) bytes[at + 4] = frame.bits
  return bytes
}

/** An MP4 whose track says that it is encrypted. */
export async function makeEncryptedMp4(): Promise<Buffer> {
  return patch(await makeVideo('mp4'), 'avc1', 0, 'encv', 1)
}

function gainMap(): Promise<Buffer> {
  return sharp({ create: { width: 40, height: 30, channels: 3, background: '#999' } })
    .jpeg()
    .toBuffer()
}

/**
 * Writes a text over the bytes behind a box's type, or over the type itself.
 *
 * @param nth which of the places where those four letters stand, from 0
 */
function patch(bytes: Buffer, type: string, offset: number, text: string, nth = 0): Buffer {
  let at = bytes.indexOf(type, 0, 'latin1')
  for (let count = 0; count < nth; count += 1) at = bytes.indexOf(type, at + 1, 'latin1')
  bytes.write(text, at + offset, 'latin1')
  return bytes
}

/** The places of the samples are moved by as much as is left out. */
function withoutFileType(bytes: Buffer): Buffer {
  const length = bytes.readUInt32BE(0)
  const table = bytes.indexOf('stco', 0, 'latin1')
  for (let entry = 0; entry < bytes.readUInt32BE(table + 8); entry += 1) {
    const at = table + 12 + 4 * entry
    bytes.writeUInt32BE(bytes.readUInt32BE(at) - length, at)
  }
  return bytes.subarray(length)
}

const AROUND_COLOUR = ['moov', 'trak', 'mdia', 'minf', 'stbl', 'stsd', 'avc1', 'colr']

/** The index stands last, so that nothing it says moves. */
function withShortColour(bytes: Buffer): Buffer {
  const index = bytes.indexOf('moov', 0, 'latin1')
  for (const type of AROUND_COLOUR) {
    const at = bytes.indexOf(type, index, 'latin1') - 4
    bytes.writeUInt32BE(bytes.readUInt32BE(at) - 1, at)
  }
  const colour = bytes.indexOf('colr', index, 'latin1') - 4
  const end = colour + bytes.readUInt32BE(colour)
  return Buffer.concat([bytes.subarray(0, end), bytes.subarray(end + 1)])
}

/** A copy of the only track whose tables are empty. */
function withEmptyTrack(bytes: Buffer): Buffer {
  const index = bytes.indexOf('moov', 0, 'latin1') - 4
  const track = bytes.indexOf('trak', index, 'latin1') - 4
  const copy = Buffer.from(bytes.subarray(track, track + bytes.readUInt32BE(track)))
  for (const [table, countAt] of [
    ['stts', 8],
    ['stsc', 8],
    ['stco', 8],
    ['stss', 8],
    ['stsz', 12],
  ] as const) {
    const at = copy.indexOf(table, 0, 'latin1')
    if (at > 0) copy.writeUInt32BE(0, at + countAt)
  }
  copy.writeUInt32BE(2, copy.indexOf('tkhd', 0, 'latin1') + (copy[copy.indexOf('tkhd') + 4] === 1 ? 24 : 16))
  const end = track + copy.length
  const both = Buffer.concat([bytes.subarray(0, end), copy, bytes.subarray(end)])
  both.writeUInt32BE(both.readUInt32BE(index) + copy.length, index)
  return both
}

function withRiffLength(bytes: Buffer, more: number): Buffer {
  bytes.writeUInt32LE(bytes.readUInt32LE(4) + more, 4)
  return bytes
}
