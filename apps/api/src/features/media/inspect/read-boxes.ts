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
export function findBoxes(
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

/** How an MP4 or MOV is laid out. */
export interface BoxLayout {
  /** Whether the index stands before the pictures, so that playing can begin while the rest still comes. */
  readonly isIndexFirst: boolean
  readonly isFragmented: boolean
  /** Whether a track is shown other than from its beginning on: ISO/IEC 14496-12, 8.6.6. */
  readonly hasEditList: boolean
  /** Whether it says where it was taken. */
  readonly hasPlace: boolean
}

export function readLayout(file: RandomAccessFile): BoxLayout {
  const types = [...readBoxes(file)].map(({ type }) => type)
  const [index, pictures] = [types.indexOf('moov'), types.indexOf('mdat')]
  return {
    isIndexFirst: index !== -1 && (pictures === -1 || index < pictures),
    isFragmented: types.includes('moof'),
    hasEditList: findBoxes(file, ['moov', 'trak', 'edts', 'elst']).some((list) => isEdited(file, list)),
    hasPlace: METADATA.flatMap((path) => findBoxes(file, path)).some((box) => saysPlace(file, box)),
  }
}

const METADATA = [
  ['moov', 'udta'],
  ['moov', 'meta'],
] as const
/** Bytes: what is larger holds pictures. */
const MAX_METADATA = 1024 * 1024
/** Of QuickTime, of Apple's phones, and of 3GPP TS 26.244, 8.8. */
const PLACES = ['\xa9xyz', 'location.ISO6709', 'loci']

function saysPlace(file: RandomAccessFile, { start, end }: Box): boolean {
  const bytes = file.read(start, Math.min(end - start, MAX_METADATA))
  return PLACES.some((name) => bytes.includes(name, 0, 'latin1'))
}

/** One entry that begins at 0 says what would hold without it. */
function isEdited(file: RandomAccessFile, { start }: Box): boolean {
  const list = file.read(start, 28)
  if (list.length < 20 || list.readUInt32BE(4) === 0) return false
  if (list.readUInt32BE(4) > 1) return true
  const isLong = list[0] === 1
  if (isLong && list.length < 24) return false
  return isLong ? list.readBigInt64BE(16) !== 0n : list.readInt32BE(12) !== 0
}
