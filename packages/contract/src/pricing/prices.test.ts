import { describe, expect, it } from 'vitest'
import { platformsOf } from '../platforms/index.ts'
import { priceGeneration, PRICES, priceVideo } from './prices.ts'

const TEXT = { researchMode: 'regular', platforms: ['x'], imageCount: 0 } as const

describe('the price of a generation', () => {
  it("is 10 credits for the reference page's own example: three platforms, regular, from a text", () => {
    const platforms = platformsOf(['instagram-reel', 'tiktok-video', 'x-post'])
    expect(priceGeneration({ ...TEXT, platforms })).toBe(10)
  })

  it.each([
    ['one platform, regular', TEXT, 6],
    ['one platform, deep', { ...TEXT, researchMode: 'deep' as const }, 8],
    ['two source URLs', { ...TEXT, sourceUrlCount: 2 }, 6 + 2],
    ['three images', { ...TEXT, imageCount: 3 }, 6 + 3],
    ['a video of 1 second', { ...TEXT, videoSeconds: 1 }, 6 + 6],
    ['a video of 60 seconds, one minute', { ...TEXT, videoSeconds: 60 }, 6 + 6],
    ['a video of 60.01 seconds, two started minutes', { ...TEXT, videoSeconds: 60.01 }, 6 + 12],
    ['a video of 61 seconds, two started minutes', { ...TEXT, videoSeconds: 61 }, 6 + 12],
    ['a video that is shorter than any clock tells, one minute', { ...TEXT, videoSeconds: 0 }, 6 + 6],
  ])('of %s', (_, generation, credits) => {
    expect(priceGeneration(generation)).toBe(credits)
  })

  it('counts post types of one platform once', () => {
    const platforms = platformsOf(['instagram-feed', 'instagram-reel', 'instagram-story'])
    expect(priceGeneration({ ...TEXT, platforms })).toBe(6)
  })

  it('follows the table it is given', () => {
    const prices = { ...PRICES.generation, base: { regular: 1, deep: 2 }, perImage: 100 }
    expect(priceGeneration({ ...TEXT, imageCount: 2 }, prices)).toBe(201)
  })
})

describe('the price of a video', () => {
  it("is 15 credits for PowerPost's own example: the default model, five seconds, silent", () => {
    expect(priceVideo({ model: 'kling-3.0-pro', duration: 5, hasAudio: false })).toBe(15)
  })

  it('is higher for more seconds and for sound, and there is none for what a model does not make', () => {
    expect(priceVideo({ model: 'veo-3.1', duration: 8, hasAudio: true })).toBe(64)
    expect(() => priceVideo({ model: 'veo-3.1', duration: 5, hasAudio: false })).toThrow(RangeError)
    expect(() => priceVideo({ model: 'runway-gen-4.5', duration: 5, hasAudio: true })).toThrow(RangeError)
  })
})
