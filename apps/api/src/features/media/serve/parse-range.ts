/** The bytes to answer with: all, some, or none because there are no such. */
export type AskedRange =
  | { readonly kind: 'whole' }
  | { readonly kind: 'part'; readonly start: number; readonly end: number }
  | { readonly kind: 'none' }

const WHOLE: AskedRange = { kind: 'whole' }

/**
 * What a `Range` header asks for: RFC 9110, 14.1 and 14.2. What cannot be read is as if it were not there, and so are several
 * ranges at once, which few ask for and whose answer few can read.
 *
 * @param size of the whole, in bytes; at least 1
 */
export function parseRange(header: string | undefined, size: number): AskedRange {
  const ranges = /^bytes=(.*)$/i
    .exec(header ?? '')?.[1]
    ?.split(',')
    .map((range) => range.trim())
  const [range, ...others] = ranges?.filter((one) => one !== '') ?? []
  const [, first, last] = /^(\d*)-(\d*)$/.exec(range ?? '') ?? []
  if (others.length > 0 || first === undefined || last === undefined) return WHOLE
  if (first === '') return last === '' ? WHOLE : suffix(Number(last), size)
  const [start, end] = [Number(first), last === '' ? Infinity : Number(last)]
  if (end < start) return WHOLE
  return start < size ? { kind: 'part', start, end: Math.min(end, size - 1) } : { kind: 'none' }
}

function suffix(length: number, size: number): AskedRange {
  return length > 0 ? { kind: 'part', start: Math.max(0, size - length), end: size - 1 } : { kind: 'none' }
}
