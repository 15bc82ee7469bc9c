import type { Platform } from '@powerpost/contract'
import { CAPTION_RULES, measureText, PLATFORMS, POST_TYPES } from '@powerpost/contract'
import { describe, expect, it } from 'vitest'
import type { Brief, PlatformCaption, TextModel } from './port.ts'

const BASE: Brief = {
  prompt: 'We just shipped dark mode across all our apps',
  platforms: PLATFORMS,
  postTypes: POST_TYPES,
  researchMode: 'regular',
  media: [],
}

const BRIEFS: Readonly<Record<string, Brief>> = {
  'a text': BASE,
  'a text with a call to action': { ...BASE, ctaText: 'Update now: https://apps.example/dark?a=1&b=2' },
  'a deep text': { ...BASE, researchMode: 'deep' },
  'the longest text and call to action': {
    ...BASE,
    prompt: `${'Ärger mit Öl? '.repeat(35)}Ende.`.slice(0, 500),
    ctaText: '購'.repeat(100),
  },
  'a text with signs that platforms refuse': { ...BASE, prompt: 'Ship <b>faster</b> -> see a < b > c & more' },
  'pictures without a text': {
    ...withoutPrompt(),
    media: [
      { kind: 'image', fileName: 'IMG_0001.JPG', width: 1080, height: 1350, colours: ['deep blue', 'white'] },
      { kind: 'image', fileName: 'IMG_0002.JPG', width: 1350, height: 1080, colours: [] },
    ],
  },
  'a video without a text': {
    ...withoutPrompt(),
    ctaText: 'Jetzt ansehen',
    media: [{ kind: 'video', fileName: 'MVI_0042.MOV', width: 1920, height: 1080, durationSeconds: 42.3 }],
  },
}

function withoutPrompt(): Brief {
  const { prompt: _, ...rest } = BASE
  return rest
}

/**
 * What every text model must do, whoever wrote it: run over each implementation.
 *
 * @param create makes a model that is ready to write; called once for each test.
 */
export function describeTextModel(name: string, create: () => TextModel | Promise<TextModel>): void {
  describe(`${name}, as every text model,`, () => {
    for (const [what, brief] of Object.entries(BRIEFS)) {
      describe(`given ${what},`, () => {
        it('writes each platform of the brief once', async () => {
          const captions = await writeAll(await create(), brief)
          expect(captions.map(({ platform }) => platform).toSorted()).toEqual([...brief.platforms].toSorted())
        })

        it('keeps every caption within the limits of its platform', async () => {
          for (const written of await writeAll(await create(), brief)) expectWithinLimits(written)
        })

        it('says the call to action once, character for character', async () => {
          for (const written of await writeAll(await create(), brief)) {
            if (brief.ctaText) expect(occurrences(mainText(written), brief.ctaText)).toBe(1)
          }
        })

        it('has no empty caption and none with blank edges', async () => {
          for (const written of await writeAll(await create(), brief)) {
            for (const text of textsOf(written)) {
              expect(text).not.toBe('')
              expect(text).toBe(text.trim())
            }
          }
        })
      })
    }

    it('writes only the platforms it is asked for', async () => {
      const captions = await writeAll(await create(), { ...BASE, platforms: ['x'], postTypes: ['x-post'] })
      expect(captions.map(({ platform }) => platform)).toEqual(['x'])
    })

    it('writes nothing once it was aborted', async () => {
      const model = await create()
      const reason = new Error('stop')
      await expect(writeAll(model, BASE, AbortSignal.abort(reason))).rejects.toBe(reason)
    })

    it('stops when it is aborted half-way', async () => {
      const model = await create()
      const controller = new AbortController()
      const reason = new Error('stop')
      const seen: Platform[] = []
      const reading = (async () => {
        for await (const { platform } of model.write(BASE, { signal: controller.signal })) {
          seen.push(platform)
          controller.abort(reason)
        }
      })()
      await expect(reading).rejects.toBe(reason)
      expect(seen).toHaveLength(1)
    })
  })
}

async function writeAll(
  model: TextModel,
  brief: Brief,
  signal = new AbortController().signal,
): Promise<PlatformCaption[]> {
  const captions: PlatformCaption[] = []
  for await (const caption of model.write(brief, { signal })) captions.push(caption)
  return captions
}

/** The text that holds call to action and hashtags: on YouTube the description. */
function mainText({ caption }: PlatformCaption): string {
  return typeof caption === 'string' ? caption : caption.description
}

function textsOf({ caption }: PlatformCaption): string[] {
  return typeof caption === 'string' ? [caption] : [caption.title, caption.description]
}

function expectWithinLimits(written: PlatformCaption): void {
  const rules = CAPTION_RULES[written.platform]
  const text = mainText(written)
  expect(measureText(text, rules.text.unit)).toBeLessThanOrEqual(rules.text.max)
  expect(text.match(/(?<![\p{L}\p{N}_&/])#[\p{L}\p{M}\p{N}_]+/gu)?.length ?? 0).toBeLessThanOrEqual(rules.hashtags.max)
  if ('title' in rules && typeof written.caption !== 'string') {
    expect(measureText(written.caption.title, rules.title.unit)).toBeLessThanOrEqual(rules.title.max)
  }
  for (const character of 'forbidden' in rules ? rules.forbidden : []) {
    for (const said of textsOf(written)) expect(said).not.toContain(character)
  }
}

function occurrences(text: string, part: string): number {
  return text.split(part).length - 1
}
