import { BitWriter } from './bit-writer.ts'

/** Pixels of a macroblock's side. */
const BLOCK = 16

export interface H264Stream {
  /** avcC, ISO/IEC 14496-15. */
  readonly description: Buffer
  /** Length-prefixed, as MP4 keeps them: first a key picture, then pictures that repeat it. */
  readonly pictures: readonly Buffer[]
}

/**
 * A real H.264 baseline stream without an encoder: the key picture holds its samples uncompressed (I_PCM), the others
 * say "as before" for every macroblock (P_Skip). Width and height must be multiples of 16.
 */
export function encodeH264(options: {
  width: number
  height: number
  pictures: number
  /** Whether a prefix NAL unit stands before each slice (H.264, annex F), as phones write their slow motion. */
  prefixed?: boolean
}): H264Stream {
  const columns = options.width / BLOCK
  const rows = options.height / BLOCK
  const sps = nalUnit(0x67, sequenceParameters(columns, rows))
  const pps = nalUnit(0x68, pictureParameters())
  const prefix = options.prefixed ? withLength(Buffer.from([0x6e, 0xc0, 0x80, 0x0f])) : Buffer.alloc(0)
  const pictures = Array.from({ length: options.pictures }, (_, i) => {
    const slice = i === 0 ? nalUnit(0x65, keySlice(columns, rows)) : nalUnit(0x41, skipSlice(columns * rows, i))
    return Buffer.concat([prefix, withLength(slice)])
  })
  return { description: configurationRecord(sps, pps), pictures }
}

/** 7.3.2.1.1: baseline, level 3.0, one reference picture, output in coding order. */
function sequenceParameters(columns: number, rows: number): Buffer {
  const sps = new BitWriter().bits(66, 8).bits(0xc0, 8).bits(30, 8)
  // Its id, 4 bits of frame_num, picture order type 2, one reference frame without gaps.
  sps.ue(0).ue(0).ue(2).ue(1).bits(0, 1)
  sps.ue(columns - 1).ue(rows - 1)
  // Whole frames only, direct 8x8 inference, no cropping, no VUI.
  return sps.bits(1, 1).bits(1, 1).bits(0, 1).bits(0, 1).end()
}

/** 7.3.2.2: CAVLC, one slice group, default prediction; slices may switch deblocking off. */
function pictureParameters(): Buffer {
  const pps = new BitWriter().ue(0).ue(0).bits(0, 1).bits(0, 1).ue(0).ue(0).ue(0)
  // No weighted prediction; three quantiser offsets of 0; deblocking control, no constrained intra, no redundancy.
  return pps.bits(0, 1).bits(0, 2).ue(0).ue(0).ue(0).bits(1, 1).bits(0, 1).bits(0, 1).end()
}

/** 7.3.3: an IDR slice whose macroblocks are all I_PCM (type 25): a gradient, so that no two pictures' bytes are alike. */
function keySlice(columns: number, rows: number): Buffer {
  const slice = new BitWriter().ue(0).ue(7).ue(0).bits(0, 4).ue(0)
  slice.bits(0, 1).bits(0, 1).ue(0).ue(1)
  for (let block = 0; block < columns * rows; block += 1) {
    const luma = 32 + Math.floor((block * 190) / (columns * rows))
    const samples = new Uint8Array(BLOCK * BLOCK * 1.5).fill(luma, 0, BLOCK * BLOCK).fill(128, BLOCK * BLOCK)
    slice.ue(25).align().bytes(samples)
  }
  return slice.end()
}

/** 7.3.3: a P slice that skips every macroblock. */
function skipSlice(blocks: number, index: number): Buffer {
  const slice = new BitWriter()
    .ue(0)
    .ue(5)
    .ue(0)
    .bits(index % 16, 4)
  // No override of the reference count, no reordering, sliding window; quantiser offset 0; no deblocking.
  return slice.bits(0, 1).bits(0, 1).bits(0, 1).ue(0).ue(1).ue(blocks).end()
}

/** A header byte and the payload, in which no three bytes may look like a start code: 7.4.1.1. */
function nalUnit(header: number, payload: Buffer): Buffer {
  const bytes = [header]
  let zeros = 0
  for (const byte of payload) {
    if (zeros >= 2 && byte <= 3) {
      bytes.push(3)
      zeros = 0
    }
    bytes.push(byte)
    zeros = byte === 0 ? zeros + 1 : 0
  }
  return Buffer.from(bytes)
}

function withLength(unit: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(unit.length)
  return Buffer.concat([length, unit])
}

function configurationRecord(sps: Buffer, pps: Buffer): Buffer {
  const short = (length: number) => [length >> 8, length & 255]
  const head = [1, sps[1] ?? 0, sps[2] ?? 0, sps[3] ?? 0, 0xff, 0xe1, ...short(sps.length)]
  return Buffer.concat([Buffer.from(head), sps, Buffer.from([1, ...short(pps.length)]), pps])
}
