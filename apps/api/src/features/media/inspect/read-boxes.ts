import type { RandomAccessFile } from './random-access-file.ts'

/** A box of an MP4 or MOV: ISO/IEC 14496-12, 4.2. */
export interface Box {
  /** Its four letters. */
  readonly type: string
  /** Where its content begins. */
  readonly start: number
  /** Where it ends as it says itself, which may be behind the file's end. */
  readonly end: number
}

/** A film of many hours in fragments of a second has fewer. */
const MOST_BOXES = 200_000

/** The boxes that stand one after another between two places, up to the first that is none, or that ends behind them. */
export function* readBoxes(file: RandomAccessFile, from = 0, to = file.size): Generator<Box> {
  let at = from
  // Fewer than 8 bytes cannot be a box; cameras pad with as many.
  for (let count = 0; to - at >= 8 && count < MOST_BOXES; count += 1) {
    const header = file.read(at, 16)
    const short = header.readUInt32BE(0)
    const isLong = short === 1
    if (isLong && header.length < 16) return
    const headerBytes = isLong ? 16 : 8
    const size = isLong ? Number(header.readBigUInt64BE(8)) : short
    // The last box may leave its size open.
    const end = short === 0 ? to : at + size
    if (end < at + headerBytes) return
    yield { type: header.toString('latin1', 4, 8), start: at + headerBytes, end }
    if (end > to) return
    at = end
  }
}

/** All boxes at a path, such as `moov`, `trak`, `edts`. */
function findBoxes(
  file: RandomAccessFile,
  [type, ...rest]: readonly string[],
  within?: { readonly start: number; readonly end: number },
): Box[] {
  const found = [...readBoxes(file, within?.start, within && Math.min(within.end, file.size))].filter(
    (box) => box.type === type,
  )
  return rest.length === 0 ? found : found.flatMap((box) => findBoxes(file, rest, box))
}

const SAMPLE_ENTRIES = ['moov', 'trak', 'mdia', 'minf', 'stbl', 'stsd']
/** Of a sample description: its version and how many entries follow. */
const ENTRIES_AT = 8

/** Whether a track is encrypted: ISO/IEC 23001-7, 4. */
export function isProtected(file: RandomAccessFile): boolean {
  return findBoxes(file, SAMPLE_ENTRIES)
    .flatMap(({ start, end }) => [...readBoxes(file, start + ENTRIES_AT, Math.min(end, file.size))])
    .some(({ type }) => type === 'encv' || type === 'enca')
}
