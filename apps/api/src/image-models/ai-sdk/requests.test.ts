import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { behave } from '../../../test/fake-image-vendors/index.ts'
import type { ImageSize, StyleImage } from '../port.ts'
import { IMAGE_VENDOR_NAMES } from './spec.ts'
import type { ImageVendor } from './spec.ts'
import { BRIEF, createFake, MODELS, outcomeOf } from './test-kit.ts'

/** What each vendor is asked for, in its own words. */
const SHAPES: Readonly<Record<ImageVendor, Readonly<Record<ImageSize, string>>>> = {
  openai: { square: '1024x1024', feed: '1024x1536', portrait: '1024x1536', landscape: '1536x1024' },
  google: { square: '1:1', feed: '4:5', portrait: '9:16', landscape: '16:9' },
  'black-forest-labs': { square: '1088x1088', feed: '1088x1360', portrait: '1088x1920', landscape: '1920x1088' },
  fal: { square: 'square_hd', feed: 'portrait_4_3', portrait: 'portrait_16_9', landscape: 'landscape_16_9' },
}

const STEPS: Readonly<Record<ImageVendor, readonly string[]>> = {
  openai: ['submit'],
  google: ['submit'],
  'black-forest-labs': ['submit', 'poll', 'download'],
  fal: ['submit', 'download'],
}

const PORTRAIT = { ...BRIEF, size: 'portrait' } as const

async function styleImage(colour: string): Promise<StyleImage> {
  const picture = sharp({ create: { width: 320, height: 200, channels: 3, background: colour } })
  return { mimeType: 'image/jpeg', bytes: await picture.jpeg().toBuffer(), colours: [colour] }
}

describe.each(IMAGE_VENDOR_NAMES)('a request to %s', (vendor) => {
  it('names the model, the prompt as it is, and the nearest shape that the vendor has', async () => {
    const { model, server } = await createFake(vendor, behave.draw)
    for (const size of ['square', 'feed', 'portrait', 'landscape'] as const) {
      await outcomeOf(model, { ...BRIEF, size })
      expect(server.requests.at(-1)).toMatchObject({
        model: MODELS[vendor],
        prompt: BRIEF.prompt,
        shape: SHAPES[vendor][size],
        images: [],
      })
    }
    expect(server.complaints).toEqual([])
    expect(server.steps.slice(0, STEPS[vendor].length)).toEqual(STEPS[vendor])
  })

  it('carries up to four style images byte for byte, and says what they are for', async () => {
    const { model, server } = await createFake(vendor, behave.draw)
    const styleImages = await Promise.all(['#a00', '#0a0', '#00a', '#aaa'].map(styleImage))
    for (const count of [1, 4]) {
      const { error } = await outcomeOf(model, { ...PORTRAIT, styleImages: styleImages.slice(0, count) })
      expect(error).toBeUndefined()
      const request = server.requests.at(-1)
      expect(request?.images.map((image) => image.toString('base64'))).toEqual(
        styleImages.slice(0, count).map(({ bytes }) => Buffer.from(bytes).toString('base64')),
      )
      expect(request?.prompt).toMatch(/^A coffee cup on a wooden table(?:\r?\n){2}Take up the look of the /)
      expect(request?.shape).toBe(SHAPES[vendor].portrait)
    }
    expect(server.complaints).toEqual([])
  })

  it('tells what a caption is about, with its title, and the prompt first', async () => {
    const { model, server } = await createFake(vendor, behave.draw)
    const caption = {
      postType: 'youtube-video',
      title: 'Dark mode',
      text: `It is here.${' More.'.repeat(1000)}`,
    } as const
    await outcomeOf(model, { size: 'square', styleImages: [], index: 0, seed: 1, caption })
    await outcomeOf(model, { ...BRIEF, caption })
    const [alone, withPrompt] = server.requests.map(({ prompt }) => prompt)
    expect(alone).toMatch(/^Draw a picture that illustrates .*\n\nThe post:\nDark mode\n\nIt is here\. More\./)
    expect(alone?.length).toBeLessThan(2300)
    expect(withPrompt).toMatch(/^A coffee cup on a wooden table\n\nThe picture goes with .*\n\nThe post:\nDark mode/)
  })

  it('names the colours of the brand, unless style images say how it is to look', async () => {
    const { model, server } = await createFake(vendor, behave.draw)
    await outcomeOf(model, { ...BRIEF, brand: { colours: ['#b4532a', '#f3e6d3'] } })
    expect(server.requests[0]?.prompt).toContain('use the colours #b4532a, #f3e6d3.')
  })

  it.each(['jpeg', 'png', 'webp'] as const)('is answered with a %s as it is', async (format) => {
    const { model } = await createFake(vendor, behave.draw, { format })
    const { drawn, usages } = await outcomeOf(model)
    expect(drawn?.mimeType).toBe(`image/${format}`)
    expect((await sharp(drawn?.bytes).metadata()).format).toBe(format)
    expect(usages).toEqual([expect.objectContaining({ model: MODELS[vendor], durationMs: expect.any(Number) })])
  })
})

it.each(['openai', 'google'] as const)('what a picture cost in tokens is reported by %s', async (vendor) => {
  const { model } = await createFake(vendor, behave.draw)
  const { usages } = await outcomeOf(model)
  expect(usages[0]?.inputTokens).toBeGreaterThan(0)
  expect(usages[0]?.outputTokens).toBeGreaterThan(1000)
})

it.each(['google', 'black-forest-labs', 'fal'] as const)('a request to %s carries the seed', async (vendor) => {
  const { model, server } = await createFake(vendor, behave.draw)
  await outcomeOf(model, { ...BRIEF, seed: 2 ** 31 - 1 })
  expect(server.requests[0]?.seed).toBe(2 ** 31 - 1)
})
