import { beforeEach, expect, it } from 'vitest'
import { createKeptTexts, KEPT_SECONDS } from './kept-texts.ts'

let now = 0
let written = 0
beforeEach(() => {
  now = 1_000_000
  written = 0
})

const clock = { now: () => new Date(now) }
const createTexts = () => createKeptTexts({ clock, fromBytes: 10, mostBytes: 100 })

/** Writes a text of some bytes. */
const write = (bytes: number) => async () => {
  written += 1
  return Promise.resolve(Buffer.alloc(bytes))
}

it('keeps a large text for some minutes', async () => {
  const texts = createTexts()
  const first = await texts.read('a', write(10))
  now += KEPT_SECONDS * 1000 - 1
  expect(await texts.read('a', write(10))).toBe(first)
  now += 1
  expect(await texts.read('a', write(10))).not.toBe(first)
  expect(written).toBe(2)
})

it('writes a small one again, so that it is current', async () => {
  const texts = createTexts()
  await texts.read('a', write(9))
  await texts.read('a', write(9))
  expect(written).toBe(2)
})

it('writes once for those who ask together, and again after a failure', async () => {
  const texts = createTexts()
  await Promise.all(['a', 'a', 'a'].map((key) => texts.read(key, write(9))))
  expect(written).toBe(1)
  const fail = async () => Promise.reject(new Error('no database'))
  await expect(texts.read('a', fail)).rejects.toThrow('no database')
  expect((await texts.read('a', write(9))).length).toBe(9)
})

it('keeps no more bytes than it may: the oldest make room', async () => {
  const texts = createTexts()
  for (const key of ['a', 'b', 'c']) await texts.read(key, write(40))
  for (const key of ['b', 'c']) await texts.read(key, write(40))
  expect(written).toBe(3)
  await texts.read('a', write(40))
  expect(written).toBe(4)
  await texts.read('huge', write(101))
  await texts.read('a', write(40))
  expect(written).toBe(5)
})
