import { expect, test } from 'vitest'
import { TooLargeError } from '#storage/errors.ts'
import { makeChunk, makePicture, makeVideo } from '../../../../test/media-files/index.ts'
import { UnsupportedMediaError } from './errors.ts'
import { limitByKind } from './limit-by-kind.ts'

const MAX_BYTES = { document: 1000, image: 100_000, video: 1_000_000 }

/** Passes a start and then so many bytes of anything, and says how many were taken of them. */
async function pass(start: Buffer, more: number, step = 1000) {
  let given = 0
  const source = (async function* () {
    for (let at = 0; at < start.length; at += step) yield start.subarray(at, at + step)
    for (; given < more; given += step) yield Buffer.alloc(Math.min(step, more - given))
  })()
  const parts: Uint8Array[] = []
  const passing = (async () => {
    for await (const part of limitByKind(source, MAX_BYTES)) parts.push(part)
    return Buffer.concat(parts)
  })()
  return { passing, given: () => given }
}

test('a picture is stopped at the limit of pictures, before anyone said that it is one', async () => {
  const { passing, given } = await pass(await makePicture('jpeg'), 900_000)
  await expect(passing).rejects.toEqual(new TooLargeError(MAX_BYTES.image))
  expect(given()).toBeLessThan(MAX_BYTES.image)
})

test('a video may be larger than a picture, up to its own limit', async () => {
  const start = (await makeVideo('mp4')).subarray(0, 5000)
  expect((await (await pass(start, 500_000)).passing).length).toBe(505_000)
  await expect((await pass(start, 1_000_000)).passing).rejects.toEqual(new TooLargeError(MAX_BYTES.video))
})

test.for([1, 4099, 4100, 4101, 100_000])('what passes is not changed, in steps of %i bytes', async (step) => {
  const picture = (await makePicture('webp')).subarray(0, 20_000)
  expect(await (await pass(picture, 0, step)).passing).toEqual(picture)
})

test('what is not taken is stopped at its first bytes', async () => {
  const { passing, given } = await pass(Buffer.from('{\\rtf1 Words}'), 900_000)
  await expect(passing).rejects.toBeInstanceOf(UnsupportedMediaError)
  expect(given()).toBeLessThan(10_000)
})

test('an empty file is no picture', async () => {
  await expect((await pass(Buffer.alloc(0), 0)).passing).rejects.toBeInstanceOf(UnsupportedMediaError)
})

test('a PNG whose picture begins far behind its texts is still a PNG', async () => {
  const png = await makePicture('png')
  const withText = Buffer.concat([
    png.subarray(0, 33),
    makeChunk('tEXt', Buffer.alloc(20_000, 0x41)),
    png.subarray(33, 50_000),
  ])
  expect((await (await pass(withText, 0)).passing).length).toBe(withText.length)
})
