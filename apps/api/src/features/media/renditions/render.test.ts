import { readFile } from 'node:fs/promises'
import type { Fit, PostType } from '@powerpost/contract'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeFile } from '../../../../test/gallery/describe-file.ts'
import type { MediaFiles } from '../../../../test/media-files/index.ts'
import {
  encodeVideo,
  makeMediaFiles,
  makePicture,
  removeMediaFiles,
  writeMediaFile,
} from '../../../../test/media-files/index.ts'
import { createInspectFile } from '../inspect/inspect-file.ts'
import { planRendition } from './plan-rendition.ts'
import { render } from './render.ts'

const inspect = createInspectFile()
let files: MediaFiles
beforeAll(async () => {
  files = await makeMediaFiles()
})
afterAll(removeMediaFiles)

let count = 0

/** Makes the rendition that a post type needs of a file, and returns what it truly is. */
async function fit(input: string, postType: PostType, how: Fit = 'auto') {
  const original = await readFile(input)
  const plan = planRendition(await describeFile(inspect, input), { postType, fit: how })
  if (!plan) throw new Error('it fits as it is')
  const output = await writeMediaFile(`rendition-${(count += 1)}`, Buffer.alloc(0))
  await render({ recipe: plan.recipe, input, output, signal: AbortSignal.timeout(60_000) })
  expect(await readFile(input)).toEqual(original)
  return { made: await describeFile(inspect, output), planned: plan.result, output }
}

/** Where the sky of the picture is light blue and the grass dark green. */
async function expectSkyOverGrass(path: string): Promise<void> {
  const { data, info } = await sharp(path).raw().toBuffer({ resolveWithObject: true })
  const at = (share: number) => {
    const index = (Math.floor(info.height * share) * info.width + Math.floor(info.width / 2)) * info.channels
    return [...data.subarray(index, index + 3)]
  }
  const [[skyRed = 0, , skyBlue = 0], [, green = 0, grassBlue = 0]] = [at(0.1), at(0.9)]
  expect(skyBlue - skyRed).toBeGreaterThan(60)
  expect(skyBlue).toBeGreaterThan(180)
  expect(green).toBeGreaterThan(grassBlue)
}

const PHONE = { IFD0: { Make: 'Phone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 31/1 0/1' } }

describe('a rendition of a picture is a JPEG of sRGB, upright, without a place', () => {
  it.each<[string, (picture: Buffer) => Promise<Buffer>]>([
    ['png', async (picture) => sharp(picture).png().toBuffer()],
    ['webp', async (picture) => sharp(picture).webp().toBuffer()],
    ['16-bit.png', async (picture) => sharp(picture).toColourspace('rgb16').png().toBuffer()],
    ['cmyk.jpg', async (picture) => sharp(picture).toColourspace('cmyk').jpeg().toBuffer()],
    ['p3.jpg', async (picture) => sharp(picture).withIccProfile('p3').jpeg().toBuffer()],
    [
      'phone.jpg',
      async (picture) =>
        sharp(await sharp(picture).rotate(-90).toBuffer())
          .withExif(PHONE)
          .withMetadata({ orientation: 6 })
          .jpeg()
          .toBuffer(),
    ],
  ])('of %s', async (name, make) => {
    const path = await writeMediaFile(`original.${name}`, await make(await makePicture('png')))
    const { made, output } = await fit(path, 'instagram-feed')
    expect(made).toMatchObject({ mimeType: 'image/jpeg', width: 640, height: 400 })
    expect(made.facts).toMatchObject({ upright: true, srgb: true, has_place: false, color: { bit_depth: 8 } })
    expect(await sharp(output).metadata()).not.toHaveProperty('exif')
    await expectSkyOverGrass(output)
  })

  it('keeps its pixels byte for byte where only its place is removed', async () => {
    const jpeg = await sharp(await makePicture('png'))
      .withExif(PHONE)
      .jpeg()
      .toBuffer()
    const path = await writeMediaFile('place.jpg', jpeg)
    const { output } = await fit(path, 'instagram-feed')
    const [before, after] = [await sharp(path).raw().toBuffer(), await sharp(output).raw().toBuffer()]
    expect(after).toEqual(before)
    expect((await readFile(output)).includes('Phone')).toBe(false)
  })

  it('has the shape that was planned', async () => {
    const { made, planned } = await fit(files.jpeg, 'instagram-story', 'pad')
    expect([made.width, made.height]).toEqual([planned.width, planned.height])
  })
})

describe('a rendition of a video is an MP4 with its index in front', () => {
  it.each<[string, () => Promise<string>, PostType, object]>([
    ['WebM', async () => files.webm, 'x-post', { video_codec: 'h264' }],
    ['MOV', async () => files.mov, 'x-post', { video_codec: 'h264' }],
    ['HDR', () => encodeVideo('hdr.mp4', { codec: 'hevc', pqLevel: 520 }), 'x-post', { color: { hdr: false } }],
    ['ten frames a second', () => encodeVideo('ten.mp4'), 'instagram-reel', { frame_rate: 30 }],
    [
      'pixels that are not square',
      () => encodeVideo('wide.mp4', { pixelShape: [2, 1] }),
      'x-post',
      { square_pixels: true },
    ],
  ])('of %s', async (_, make, postType, facts) => {
    const { made, planned } = await fit(await make(), postType)
    expect(made).toMatchObject({ mimeType: 'video/mp4', facts: { index_first: true, has_edit_list: false, ...facts } })
    expect([made.width, made.height]).toEqual([planned.width, planned.height])
  })

  it('is turned as its original is, and its bars have their size', async () => {
    const { made } = await fit(files.mp4Rotated90, 'instagram-reel', 'crop')
    expect(made.width / made.height).toBeCloseTo(9 / 16, 1)
  })
})
