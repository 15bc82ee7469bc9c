import { describe, expect, it } from 'vitest'
import type { ChunkPlan } from './chunks.ts'
import { borderAt, chunkAt, lastStart, planChunks } from './chunks.ts'
import { CHUNK_BYTES, CHUNK_RULES } from './limits.ts'

const GIB = 1024 ** 3
const SIZES = [
  2,
  CHUNK_RULES.min - 1,
  CHUNK_RULES.min,
  CHUNK_BYTES,
  2 * CHUNK_BYTES - 1,
  2 * CHUNK_BYTES,
  2 * CHUNK_BYTES + 1,
  50_000_123,
  400 * 1024 ** 2,
  4 * GIB,
  // More than TikTok takes: the number of chunks stays within its bound.
  40 * GIB,
]

function chunksOf(plan: ChunkPlan): readonly (readonly [start: number, end: number])[] {
  const chunks: (readonly [number, number])[] = []
  for (let start = 0; start < plan.size;) {
    const chunk = chunkAt(plan, start)
    chunks.push([chunk.start, chunk.end])
    start = chunk.end
  }
  return chunks
}

describe.each(SIZES)('a video of %i bytes', (size) => {
  const plan = planChunks(size, CHUNK_BYTES)
  const chunks = chunksOf(plan)

  it('is cut as TikTok wants it', () => {
    expect(chunks).toHaveLength(plan.count)
    expect(plan.count).toBe(Math.floor(size / plan.chunkSize))
    expect(plan.count).toBeLessThanOrEqual(CHUNK_RULES.maxCount)
    const [last = [0, 0] as const, ...others] = chunks.toReversed()
    for (const [start, end] of others) {
      expect(end - start).toBe(plan.chunkSize)
      expect(end - start).toBeGreaterThanOrEqual(CHUNK_RULES.min)
      expect(end - start).toBeLessThanOrEqual(CHUNK_RULES.max)
    }
    expect(last[0]).toBe(lastStart(plan))
    expect(last[1] - last[0]).toBeLessThanOrEqual(CHUNK_RULES.maxLast)
    if (plan.count > 1) expect(last[1] - last[0]).toBeGreaterThanOrEqual(CHUNK_RULES.min)
    if (size < CHUNK_RULES.min) expect(plan).toEqual({ size, chunkSize: size, count: 1 })
  })

  it('is read once, from its first byte to its last', () => {
    expect(chunks[0]?.[0]).toBe(0)
    expect(chunks.at(-1)?.[1]).toBe(size)
    chunks.slice(1).forEach(([start], index) => expect(start).toBe(chunks[index]?.[1]))
  })

  it('has borders that are found by the number of bytes, and by the number of the last one', () => {
    for (const [, end] of chunks) expect([borderAt(plan, end), borderAt(plan, end - 1)]).toEqual([end, end])
    if (size > 3) expect(borderAt(plan, size - 3)).toBeUndefined()
  })
})
