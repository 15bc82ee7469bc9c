import { describe, expect, it } from 'vitest'
import { GALLERY_SAMPLES } from '../../../test/gallery/caption-samples.ts'
import { STOCK_WORDS } from './stock-phrases/index.ts'
import { captionsOf } from './test-kit.ts'
import { listHashtags } from '#reading/text/protected-spans.ts'

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{M}\p{N}']+/gu) ?? []
const lettersOf = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '')

describe('of every sample', () => {
  it.each(GALLERY_SAMPLES)('every word comes from the input or is a stock phrase: $name', async ({ brief }) => {
    const facts = brief.media.flatMap((one) => [
      one.fileName,
      ...(one.kind === 'image'
        ? one.colours
        : [
            String(Math.round(one.durationSeconds)),
            String(Math.floor(one.durationSeconds / 60)),
            String(Math.round(one.durationSeconds) % 60),
          ]),
    ])
    const input = [brief.prompt, brief.ctaText, ...facts, String(brief.media.length)].join(' ')
    const known = new Set([...wordsOf(input), ...STOCK_WORDS])
    for (const caption of Object.values(await captionsOf(brief))) {
      const text = listHashtags(caption).reduce((rest, tag) => rest.replace(tag, ' '), caption)
      const invented = wordsOf(text).filter(
        (word) => !known.has(word) && !/^\d+$/u.test(word) && !lettersOf(input).includes(word),
      )
      expect(invented).toEqual([])
      const figures = wordsOf(text).filter((word) => /\d/u.test(word) && !known.has(word))
      expect(figures).toEqual([])
    }
  })

  it.each(GALLERY_SAMPLES)('every hashtag is a phrase that stands in the input: $name', async ({ brief }) => {
    const input = lettersOf([brief.prompt, brief.ctaText, ...brief.media.map(({ fileName }) => fileName)].join(' '))
    for (const caption of Object.values(await captionsOf(brief))) {
      const tags = listHashtags(caption).map(lettersOf)
      for (const tag of tags) expect(input).toContain(tag)
      expect(new Set(tags).size).toBe(tags.length)
    }
  })

  it.each(GALLERY_SAMPLES)('no sentence is said twice and no punctuation is doubled: $name', async ({ brief }) => {
    const { youtube: _, ...captions } = await captionsOf(brief)
    for (const caption of Object.values(captions)) {
      const sentences = caption.split(/(?<=[.!?。])\s+|\n+/u).filter((sentence) => sentence.length > 12)
      expect(new Set(sentences).size).toBe(sentences.length)
      expect(caption).not.toMatch(/[!?]{2}|\.\.(?!\.)(?<!\.{3})|[ ]{2}|\n{3}/u)
    }
  })
})
