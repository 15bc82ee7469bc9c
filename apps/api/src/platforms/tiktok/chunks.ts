import { CHUNK_RULES } from './limits.ts'

/** How a video is cut. */
export interface ChunkPlan {
  readonly size: number
  /** Of every chunk but the last, which takes the rest too. */
  readonly chunkSize: number
  readonly count: number
}

/**
 * Cuts a video as TikTok wants it: `count` is `size` divided by `chunkSize`, rounded down, and the rest goes with the last chunk.
 * What makes one chunk is sent whole, and `chunkSize` is its size then.
 *
 * @param chunkBytes of a chunk; more where there would be too many
 */
export function planChunks(size: number, chunkBytes: number): ChunkPlan {
  const chunkSize = Math.max(chunkBytes, Math.ceil(size / CHUNK_RULES.maxCount))
  const count = Math.max(1, Math.floor(size / chunkSize))
  return count === 1 ? { size, chunkSize: size, count } : { size, chunkSize, count }
}

/** Where the last chunk begins: it makes the post. */
export function lastStart({ chunkSize, count }: ChunkPlan): number {
  return chunkSize * (count - 1)
}

/** The bytes of the chunk that begins at `start`; `end` is not one of them. */
export function chunkAt(plan: ChunkPlan, start: number): { readonly start: number; readonly end: number } {
  return { start, end: start >= lastStart(plan) ? plan.size : start + plan.chunkSize }
}

/**
 * The border of a chunk that so many bytes, by TikTok's word, end at. It writes the number of them in one place and that of the last one in
 * another. Undefined: at none.
 */
export function borderAt(plan: ChunkPlan, bytes: number): number | undefined {
  const { size, chunkSize } = plan
  return [bytes, bytes + 1].find((at) => at === size || (at <= lastStart(plan) && at % chunkSize === 0))
}
