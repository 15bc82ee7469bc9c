import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { fitPicture, UnfitPictureError } from './fit-picture.ts'

const SHAPE = { width: 1080, height: 1350 }
const { signal } = new AbortController()

const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#888' } })

describe('a picture that is made to fit', () => {
  it.each([
    ['a PNG', () => plain(1024, 1024).png().toBuffer()],
    ['a WebP', () => plain(864, 1184).webp().toBuffer()],
    ['a JPEG', () => plain(1024, 1536).jpeg().toBuffer()],
  ])('is a JPEG of exactly the pixels that were asked for, be it %s', async (_, make) => {
    const { format, width, height } = await sharp(await fitPicture(await make(), SHAPE, signal)).metadata()
    expect({ format, width, height }).toEqual({ format: 'jpeg', ...SHAPE })
  })

  it('is cropped around its middle, and not stretched', async () => {
    // Red at the sides, blue in the middle.
    const middle = await plain(512, 1024).tint('#00f').png().toBuffer()
    const wide = sharp({ create: { width: 1024, height: 1024, channels: 3, background: '#f00' } })
    const picture = await wide
      .composite([{ input: middle, left: 256, top: 0 }])
      .png()
      .toBuffer()
    const fitted = sharp(await fitPicture(picture, { width: 540, height: 1080 }, signal))
    const { channels } = await fitted.stats()
    expect(channels[0]?.mean).toBeLessThan(channels[2]?.mean ?? 0)
  })

  it('stands as its orientation says, and is white where it was transparent', async () => {
    const turned = await plain(1500, 1000).jpeg().withMetadata({ orientation: 6 }).toBuffer()
    expect(await sharp(await fitPicture(turned, { width: 1000, height: 1500 }, signal)).metadata()).toMatchObject({
      width: 1000,
      height: 1500,
    })
    const clear = sharp({ create: { width: 1024, height: 1024, channels: 4, background: '#0000' } })
    const { channels } = await sharp(await fitPicture(await clear.png().toBuffer(), SHAPE, signal)).stats()
    expect(channels[0]?.min).toBeGreaterThan(250)
  })

  it.each<[string, () => Promise<Buffer> | Buffer]>([
    ['no picture', () => Buffer.from('<html>nothing to see')],
    ['nothing', () => Buffer.alloc(0)],
    ['half a picture', async () => (await plain(1024, 1024).png().toBuffer()).subarray(0, 200)],
    ['an SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1024" height="1024"/>')],
    ['a GIF', () => plain(1024, 1024).gif().toBuffer()],
    ['a TIFF', () => plain(1024, 1024).tiff().toBuffer()],
    ['a stamp', () => plain(64, 64).png().toBuffer()],
    ['a strip', () => plain(4000, 600).png().toBuffer()],
    ['a bomb', () => plain(9000, 9000).png({ compressionLevel: 9 }).toBuffer()],
  ])('cannot be %s', async (_, make) => {
    await expect(fitPicture(await make(), SHAPE, signal)).rejects.toThrow(UnfitPictureError)
  })

  it('is given up when that is asked for', async () => {
    const reason = new Error('stop')
    const picture = await plain(1024, 1024).png().toBuffer()
    await expect(fitPicture(picture, SHAPE, AbortSignal.abort(reason))).rejects.toBe(reason)
  })
})
