import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AnswerEntry } from './answer-reader.ts'
import { createAnswerReader } from './answer-reader.ts'

function readAll(pieces: readonly string[]): AnswerEntry[] {
  const reader = createAnswerReader(['instagram', 'youtube', 'x'])
  return pieces.flatMap((piece) => reader.read(piece))
}

describe('an answer that comes in pieces', () => {
  it('reads the same however it is cut into pieces', () => {
    const caption = fc.string({ unit: 'grapheme' })
    const answer = fc.record({
      instagram: caption,
      youtube: fc.record({ title: caption, description: caption }),
      x: caption,
    })
    fc.assert(
      fc.property(answer, fc.string(), fc.integer({ min: 1, max: 9 }), (said, prose, size) => {
        fc.pre(!/[{<]/u.test(prose))
        const text = `${prose}\n${JSON.stringify(said, undefined, size % 3)}\n${prose}`
        const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'gu')) ?? []
        expect(Object.fromEntries(readAll(pieces).map(({ key, value }) => [key, value]))).toEqual(said)
      }),
    )
  })

  it('gives each caption with the very piece that ends it', () => {
    const reader = createAnswerReader(['instagram', 'x'])
    expect(reader.read('{"instagram": "One')).toEqual([])
    expect(reader.read('."')).toEqual([{ key: 'instagram', value: 'One.' }])
    expect(reader.read(', "x": "Tw\\')).toEqual([])
    expect(reader.read('"o."}')).toEqual([{ key: 'x', value: 'Tw"o.' }])
  })

  it('never throws, whatever comes', () => {
    const piece = fc.oneof(
      fc.constantFrom('{"x":', '"', '\\', '}', '{', '[', ']', ',', '<think>', '</think>'),
      fc.string(),
    )
    fc.assert(fc.property(fc.array(piece), (pieces) => void readAll(pieces)))
  })

  it('takes time in proportion to its length', () => {
    const startedAt = process.cpuUsage()
    readAll(['{"x": "', ...Array.from({ length: 100_000 }, () => '\\"'), '"}'])
    readAll(Array.from({ length: 100_000 }, () => '{ '))
    readAll(['<think>', ...Array.from({ length: 100_000 }, () => 'a ')])
    // Of this process, in microseconds: a busy machine does not count.
    expect(process.cpuUsage(startedAt).user).toBeLessThan(3_000_000)
  })
})
