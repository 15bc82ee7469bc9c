import { createComposer } from '#image-models/built-in/composer.ts'
import { describe, expect, it } from 'vitest'
import { readInTime } from './read-in-time.ts'
import { writeScript } from './write-script.ts'

const { signal } = new AbortController()
const LONG = 'We open at seven, and bake until noon. '.repeat(20)

async function scriptOf(prompt: string, isOverPicture: boolean) {
  const brief = { prompt, size: 'landscape', styleImages: [], index: 0, seed: 1 } as const
  const card = await createComposer().compose(brief, signal, isOverPicture)
  const picture = isOverPicture ? new Uint8Array(10) : undefined
  const size = { width: 1920, height: 1080 }
  return { card, script: writeScript({ card, ...size, duration: 5, logo: undefined, picture, seed: 1, frameRate: 30 }) }
}

describe.each([false, true])('the words of a video, over a picture: %s,', (isOverPicture) => {
  it('are all in the frame, the largest from its first picture on, and all soon enough to be read', async () => {
    const { card, script } = await scriptOf(
      'Bakery: fresh from the oven at seven. We open at six, as always.',
      isOverPicture,
    )
    const inks = script.lines.filter(({ svg }) => svg.includes('<path'))
    expect(inks).toHaveLength(card?.texts.flatMap(({ lines }) => lines).length ?? 0)
    expect(inks[0]).toMatchObject({ at: 0, isFirst: true })
    for (const { box, at } of script.lines) {
      expect(box.x).toBeGreaterThanOrEqual(0)
      expect(box.y).toBeGreaterThanOrEqual(0)
      expect(box.x + box.width).toBeLessThanOrEqual(1920)
      expect(box.y + box.height).toBeLessThanOrEqual(1080)
      expect(at).toBeLessThan(5 / 3)
    }
    expect(script.frames).toBe(150)
  })

  it('stand on a panel of their own ground, if they are over a picture', async () => {
    const { card, script } = await scriptOf('Fresh from the oven at seven', isOverPicture)
    expect(script.ground.kind).toBe(isOverPicture ? 'picture' : 'drawing')
    if (!isOverPicture || !card?.panel) return
    for (const { box } of card.texts) {
      expect(box.x).toBeGreaterThan(card.panel.x)
      expect(box.x + box.width).toBeLessThan(card.panel.x + card.panel.width)
    }
  })
})

describe('a text that is too long for its video', () => {
  it('is shown as far as it can be read, and the rest is said to be left out', () => {
    const { shown, warnings } = readInTime(LONG, 5)
    expect(shown.length).toBeLessThan(120)
    expect(LONG).toContain(shown.slice(0, 30))
    expect(warnings).toEqual([expect.objectContaining({ code: 'text_left_out', field: 'prompt' })])
  })

  it('is left as it is if it is not', () => {
    expect(readInTime('Two coffees', 4)).toEqual({ shown: 'Two coffees', warnings: [] })
  })
})
