import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { DrawnImage, ImageBrief, ImageModel, ImageSize, StyleImage } from './port.ts'
import { IMAGE_DIMENSIONS } from './port.ts'

const BASE: ImageBrief = {
  prompt: 'Two coffees for the price of one',
  size: 'square',
  styleImages: [],
  index: 0,
  seed: 7,
}

const CAPTION = {
  postType: 'instagram-feed',
  text: 'We just shipped dark mode across all our apps.\n\n#DarkMode #Apps',
} as const

const BRIEFS: Readonly<Record<string, ImageBrief>> = {
  'a prompt': BASE,
  'a caption without a prompt': { ...withoutPrompt(), caption: CAPTION },
  'a caption and a prompt': { ...BASE, caption: CAPTION },
  'a title and a description': {
    ...withoutPrompt(),
    caption: { postType: 'youtube-video', title: 'Dark mode in all our apps', text: 'What it changes, and for whom.' },
  },
  'the longest prompt': { ...BASE, prompt: 'A very long story about a cup of coffee. '.repeat(50).slice(0, 2000) },
  'a prompt in several scripts': { ...BASE, prompt: 'Größe 咖啡 قهوة קפה кофе 커피 ☕️👩‍💻' },
  'a prompt of signs that mean something elsewhere': {
    ...BASE,
    prompt: `<svg onload="x">&amp;'"\\u0000 \${1} --flag %s]]>`,
  },
  'a prompt of one word without an end': { ...BASE, prompt: 'x'.repeat(400) },
}

/** Sides in pixels below which no platform shows a picture sharply, and bytes above which none is kept. */
const LEAST_SIDE = 512
const MOST_BYTES = 20 * 1024 * 1024

/** How much of a picture must be left once it is cropped to the shape that was asked for. */
const LEAST_LEFT = 0.6

export interface ImageModelTraits {
  /** The sizes it draws. @default all */
  readonly sizes?: readonly ImageSize[]
  /** The most style images it takes. @default 4 */
  readonly styleImages?: number
}

/**
 * What every image model must do: run over each implementation.
 *
 * @param create makes a model that is ready to draw; called once for each test.
 */
export function describeImageModel(
  name: string,
  create: () => ImageModel | Promise<ImageModel>,
  { sizes = ['square', 'feed', 'portrait', 'landscape'], styleImages = 4 }: ImageModelTraits = {},
): void {
  describe(`${name}, as every image model,`, () => {
    it.each(sizes)('draws a %s picture that can be cropped to its shape without losing what it shows', async (size) => {
      const { width, height } = await measure(await draw(await create(), { ...BASE, size }))
      const asked = IMAGE_DIMENSIONS[size].width / IMAGE_DIMENSIONS[size].height
      const drawn = width / height
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(LEAST_SIDE)
      expect(Math.min(asked / drawn, drawn / asked)).toBeGreaterThanOrEqual(LEAST_LEFT)
    })

    it.each(Object.entries(BRIEFS))('draws a whole picture of the type it says, given %s', async (_, brief) => {
      await measure(await draw(await create(), brief))
    })

    for (const count of [1, styleImages].filter((count) => count > 0)) {
      it(`draws in the look of ${count} style images`, async () => {
        const images = await Promise.all(STYLE_COLOURS.slice(0, count).map(styleImage))
        await measure(await draw(await create(), { ...BASE, styleImages: images }))
      })
    }

    it('draws no two pictures of one request alike', async () => {
      const model = await create()
      const first = await draw(model, BASE)
      const second = await draw(model, { ...BASE, index: 1, seed: 8 })
      expect(Buffer.from(second.bytes).equals(first.bytes)).toBe(false)
    })

    it('draws the same brief the same way again, as a JPEG of exactly its size, if it is built in', async () => {
      const model = await create()
      if (!model.builtIn) return
      const first = await draw(model, BASE)
      expect({ mimeType: first.mimeType, ...(await measure(first)) }).toEqual({
        mimeType: 'image/jpeg',
        ...IMAGE_DIMENSIONS[BASE.size],
      })
      expect(Buffer.from((await draw(await create(), BASE)).bytes).equals(first.bytes)).toBe(true)
    })

    it('draws nothing once it was aborted', async () => {
      const reason = new Error('stop')
      await expect(draw(await create(), BASE, AbortSignal.abort(reason))).rejects.toBe(reason)
    })

    it('stops when it is aborted half-way', async () => {
      const model = await create()
      const controller = new AbortController()
      const reason = new Error('stop')
      const drawing = draw(model, BASE, controller.signal)
      controller.abort(reason)
      await expect(drawing).rejects.toBe(reason)
    })
  })
}

function withoutPrompt(): Omit<ImageBrief, 'prompt'> {
  const { prompt: _, ...rest } = BASE
  return rest
}

const STYLE_COLOURS = ['#aa3311', '#1133aa', '#ffffff', '#000000'] as const

async function styleImage(colour: string): Promise<StyleImage> {
  const picture = sharp({ create: { width: 320, height: 200, channels: 3, background: colour } })
  return { mimeType: 'image/jpeg', bytes: await picture.jpeg().toBuffer(), colours: [colour] }
}

function draw(model: ImageModel, brief: ImageBrief, signal = new AbortController().signal): Promise<DrawnImage> {
  return model.draw(brief, { signal })
}

/** Decodes every pixel. */
async function measure({ mimeType, bytes }: DrawnImage): Promise<{ width: number; height: number }> {
  expect(bytes.length).toBeLessThanOrEqual(MOST_BYTES)
  expect(`image/${(await sharp(bytes).metadata()).format}`).toBe(mimeType)
  const { info } = await sharp(bytes, { failOn: 'error' }).raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height }
}
