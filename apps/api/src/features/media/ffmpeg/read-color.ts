import type { MediaEncoding } from '@powerpost/contract'
import type { HdrTransfer } from './frame-filter.ts'

/** Code points of ITU-T H.273, tables 2 and 3, which FFmpeg numbers them by. 2 says that it is not known. */
const PRIMARIES: Readonly<Record<number, string>> = { 1: 'bt709', 5: 'bt470bg', 6: 'smpte170m', 9: 'bt2020', 12: 'p3' }
const TRANSFERS: Readonly<Record<number, string>> = {
  1: 'bt709',
  4: 'gamma22',
  5: 'gamma28',
  6: 'smpte170m',
  8: 'linear',
  13: 'srgb',
  14: 'bt2020-10',
  15: 'bt2020-12',
  16: 'pq',
  18: 'hlg',
}
const HDR: Readonly<Record<string, HdrTransfer>> = { pq: 'pq', hlg: 'hlg' }

/** The transfer function of high dynamic range, by its code point; undefined for any other. */
export function hdrOf(transfer: number): HdrTransfer | undefined {
  return HDR[TRANSFERS[transfer] ?? '']
}

/** The same by its name. */
export function hdrNamed(transfer: string | undefined): HdrTransfer | undefined {
  return HDR[transfer ?? '']
}

interface StoredColor {
  readonly primaries: number
  readonly transfer: number
  /** FFmpeg's name of how a pixel is stored, such as `yuv420p10le`. */
  readonly pixelFormat: string
}

export function describeColor({ primaries, transfer, pixelFormat }: StoredColor): NonNullable<MediaEncoding['color']> {
  return {
    ...(PRIMARIES[primaries] !== undefined && { primaries: PRIMARIES[primaries] }),
    ...(TRANSFERS[transfer] !== undefined && { transfer: TRANSFERS[transfer] }),
    bit_depth: bitDepthOf(pixelFormat),
    ...(chromaOf(pixelFormat) !== undefined && { chroma_subsampling: chromaOf(pixelFormat) }),
    hdr: hdrOf(transfer) !== undefined,
  }
}

/** `yuv420p10le`, `gray12be`, `p010le`: 8 where no number is said. */
function bitDepthOf(pixelFormat: string): number {
  const [, planar, semi] = /(?:p|gray)(9|10|12|14|16)(?:le|be)$|^p[024]1([026])/.exec(pixelFormat) ?? []
  return Number(planar ?? (semi && `1${semi}`) ?? 8)
}

function chromaOf(pixelFormat: string): string | undefined {
  if (/^(gray|mono)/.test(pixelFormat)) return '4:0:0'
  if (/^(nv12|nv21|p01)/.test(pixelFormat)) return '4:2:0'
  if (/^(rgb|bgr|gbr|argb|abgr|xyz)/.test(pixelFormat)) return '4:4:4'
  const [, digits] = /(410|411|420|422|440|444)/.exec(pixelFormat) ?? []
  return digits && [...digits].join(':')
}
