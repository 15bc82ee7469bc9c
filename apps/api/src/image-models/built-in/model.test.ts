import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { ModelError } from '#models/port.ts'
import { IMAGE_DIMENSIONS } from '../port.ts'
import type { ImageBrief } from '../port.ts'
import { createBuiltInImageModel } from './index.ts'

const BRIEF: ImageBrief = { prompt: 'Slow mornings, good coffee', size: 'square', styleImages: [], index: 0, seed: 1 }
const SIZES = ['square', 'feed', 'portrait', 'landscape'] as const

function draw(
  change: Partial<ImageBrief> = {},
  signal = new AbortController().signal,
  model = createBuiltInImageModel(),
) {
  return model.draw({ ...BRIEF, ...change }, { signal })
}

describe('the built-in image model', () => {
  it.each(SIZES)('draws %s to the pixel, as a JPEG with whole colours that any platform takes', async (size) => {
    const { mimeType, bytes } = await draw({
      size,
      prompt: 'New: we now ship to all of Europe in two days, at no extra cost.',
    })
    expect(mimeType).toBe('image/jpeg')
    expect(bytes.length).toBeLessThan(1_000_000)
    expect(await sharp(bytes).metadata()).toMatchObject({
      format: 'jpeg',
      ...IMAGE_DIMENSIONS[size],
      space: 'srgb',
      channels: 3,
      chromaSubsampling: '4:4:4',
    })
  })

  it('draws the same bytes of the same brief and seed, whichever model was made', async () => {
    const [one, other, another] = await Promise.all([draw(), draw(), draw({ seed: 2, index: 1 })])
    expect(Buffer.from(one.bytes).equals(other.bytes)).toBe(true)
    expect(Buffer.from(one.bytes).equals(another.bytes)).toBe(false)
  })

  it('takes up the colours of style pictures', async () => {
    const style = {
      mimeType: 'image/jpeg',
      bytes: new Uint8Array(),
      colours: ['#f2ead8', '#1f6f8b', '#ff7f51'],
    } as const
    const { bytes } = await draw({ styleImages: [style] })
    const { dominant } = await sharp(bytes).stats()
    const ground = { r: 0xf2, g: 0xea, b: 0xd8 }
    for (const channel of ['r', 'g', 'b'] as const)
      expect(Math.abs(dominant[channel] - ground[channel])).toBeLessThan(17)
  })

  it('refuses a brief without anything to draw, and says so', async () => {
    const refusal = draw({ prompt: '\u0000\u202e' })
    await expect(refusal).rejects.toBeInstanceOf(ModelError)
    await expect(refusal).rejects.toMatchObject({ failure: 'refused' })
  })

  it('stops when it is aborted, and draws the next', async () => {
    const model = createBuiltInImageModel()
    const controller = new AbortController()
    const drawings = [draw({}, controller.signal, model), draw({ index: 1 }, controller.signal, model)]
    controller.abort(new Error('stop'))
    for (const drawing of drawings) await expect(drawing).rejects.toThrow('stop')
    expect((await draw({}, undefined, model)).bytes.length).toBeGreaterThan(1000)
  })

  it('draws several at once, one after the other', async () => {
    const model = createBuiltInImageModel()
    const drawn = await Promise.all([0, 1, 2, 3].map((index) => draw({ index }, undefined, model)))
    expect(new Set(drawn.map(({ bytes }) => Buffer.from(bytes).toString('base64'))).size).toBe(4)
  })
})
