import type { ByteRange } from './port.ts'

/** @throws RangeError unless the range is one of whole bytes in their order; whether a file has them is another question */
export function assertOrderedRange({ start, end = start }: ByteRange): void {
  const isOrdered = Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && start <= end
  if (!isOrdered) throw new RangeError(`bytes ${start}-${end} are no range`)
}

/** @throws RangeError unless a file of so many bytes has the range */
export function assertRangeWithin(range: ByteRange | undefined, size: number): void {
  if (range === undefined) return
  const { start, end = size - 1 } = range
  if (end >= size || start > end) throw new RangeError(`bytes ${start}-${end} are not within ${size} bytes`)
  assertOrderedRange(range)
}
