import type { RandomAccessFile } from './random-access-file.ts'
import { readBoxes } from './read-boxes.ts'

/** `cut`: the file ends within something it announced. `damaged`: what it announces makes no sense. */
export type ContainerState = 'whole' | 'cut' | 'damaged'

/** Twelve hours of 30 pictures and some sound a second have fewer. Two-byte elements would take half a minute to walk. */
const MAX_ELEMENTS = 2_000_000

/** What a file cannot be played without. */
const ESSENTIAL = new Set(['moov', 'moof', 'mdat'])

/**
 * Whether an MP4 or MOV has all of its top-level boxes. An index at the start describes even what was never received, so the
 * boxes are measured against the file's size. What stands behind the last box, and is none, is skipped as players do.
 */
export function walkBoxes(file: RandomAccessFile): ContainerState {
  const seen = new Set<string>()
  let end = 0
  for (const box of readBoxes(file)) {
    if (box.end > file.size && (ESSENTIAL.has(box.type) || !isPlayable(seen))) return 'cut'
    seen.add(box.type)
    end = box.end
  }
  return isPlayable(seen) || file.size - end < 8 ? 'whole' : 'damaged'
}

function isPlayable(boxes: ReadonlySet<string>): boolean {
  return boxes.has('moov') && (boxes.has('mdat') || boxes.has('moof'))
}

const SEGMENT = 0x18538067
const CLUSTER = 0x1f43b675

/**
 * Whether a WebM has all of its elements, down to the single packets: RFC 8794 and RFC 9559. Segments and clusters are
 * entered, since what a browser records leaves their sizes open; and a demuxer that meets noise in them may never end.
 */
export function walkElements(file: RandomAccessFile): ContainerState {
  let at = 0
  // Where the segment, and the cluster within it, that `at` lies in end.
  const ends: Record<number, number> = { [SEGMENT]: Infinity, [CLUSTER]: Infinity }
  for (let count = 0; at < file.size; count += 1) {
    if (count === MAX_ELEMENTS) return 'damaged'
    const header = file.read(at, 12)
    const id = readVint(header, 0, 'marked')
    const size = id && readVint(header, id.length, 'plain')
    if (id === undefined || size === undefined) return header.length < 12 ? 'cut' : 'damaged'
    const content = at + id.length + size.length
    const end = size.value === undefined ? Infinity : content + size.value
    const isEntered = id.value === SEGMENT || id.value === CLUSTER
    if (end === Infinity ? !isEntered : end > file.size) return end === Infinity ? 'damaged' : 'cut'

    if (isEntered && id.value !== undefined) ends[id.value] = end
    at = isEntered ? content : end
    for (const parent of [CLUSTER, SEGMENT]) {
      const parentEnd = ends[parent] ?? Infinity
      if (at > parentEnd) return 'damaged'
      if (at < parentEnd) continue
      // What stands behind a whole segment is nobody's business.
      if (parent === SEGMENT) return 'whole'
      ends[parent] = Infinity
    }
  }
  return 'whole'
}

/** RFC 8794, 4 and 5: an element's id keeps its length marker, its size does not; all ones mean an open size. */
function readVint(
  bytes: Buffer,
  at: number,
  form: 'marked' | 'plain',
): { length: number; value: number | undefined } | undefined {
  const first = bytes[at]
  if (first === undefined || first === 0) return undefined
  const length = Math.clz32(first) - 23
  if (at + length > bytes.length) return undefined
  const mask = 0xff >> length
  let value = form === 'marked' ? first : first & mask
  let open = (first & mask) === mask
  for (let i = 1; i < length; i += 1) {
    const byte = bytes[at + i] ?? 0
    value = value * 256 + byte
    open &&= byte === 0xff
  }
  return { length, value: form === 'plain' && open ? undefined : value }
}
