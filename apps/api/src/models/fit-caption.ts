import type { CaptionRules, Platform, TextLimit } from '@powerpost/contract'
import { CAPTION_RULES, findHashtags, measureText } from '@powerpost/contract'
import { canStandIn, countCallToAction, splitAtCallToAction } from './call-to-action.ts'
import { cutText } from './cut-text.ts'
import type { PlatformCaption } from './port.ts'

/**
 * Makes a caption keep its platform's rules, whatever a model wrote: the last resort, after a repair was asked for.
 *
 * It takes off hashtags beyond those allowed, puts a missing call to action in, and cuts at a sentence, else a clause,
 * else a word, never within a grapheme, a link or a hashtag; the call to action and as many hashtags as possible stay.
 * A caption that keeps the rules is left alone. One of which nothing is left comes back empty.
 */
export function fitCaption({ platform, caption }: PlatformCaption, ctaText?: string): PlatformCaption {
  const rules: CaptionRules = CAPTION_RULES[platform]
  const cta = ctaText !== undefined && canStandIn(ctaText, rules) ? ctaText : undefined
  if (platform !== 'youtube') return { platform, caption: fitText(caption, platform, cta) }
  return {
    platform,
    caption: {
      title: fitTitle(caption.title, rules),
      description: fitText(caption.description, platform, cta),
    },
  }
}

/** Puts look-alikes in place of the characters that a platform refuses; a call to action that it takes is not touched. */
export function replaceForbidden(text: string, { forbidden = [] }: Pick<CaptionRules, 'forbidden'>): string {
  if (!forbidden.some((character) => text.includes(character))) return text
  const drawn = text.replace(/<-/gu, '←').replace(/[-=]>/gu, '→')
  return forbidden.reduce((said, character) => said.replaceAll(character, LOOK_ALIKES[character] ?? ''), drawn).trim()
}

const LOOK_ALIKES: Readonly<Record<string, string>> = { '<': '‹', '>': '›' }

function fitTitle(title: string, rules: CaptionRules): string {
  const limit = rules.title
  const said = replaceForbidden(title, rules)
  return limit ? cutText(said, { platform: 'youtube', fits: (text) => isWithin(text, limit) }) : said
}

function fitText(raw: string, platform: Platform, cta: string | undefined): string {
  const rules: CaptionRules = CAPTION_RULES[platform]
  const text = replaceForbidden(raw.trim(), rules)
  const tagsOfCta = findHashtags(cta ?? '', platform).length
  const allowed = Math.max(rules.hashtags.max, tagsOfCta)
  const hasCta = cta === undefined || countCallToAction(text, cta) === 1
  if (hasCta && findHashtags(text, platform).length <= allowed && isWithin(text, rules.text)) return text
  const { body, tags } = takeApart(text, { platform, cta, mostTags: allowed - tagsOfCta })
  for (let count = tags.length; ; count--) {
    const join = (words: string) => [words, cta ?? '', tags.slice(0, count).join(' ')].filter(Boolean).join('\n\n')
    const kept = cutText(body, { platform, fits: (words) => isWithin(join(words), rules.text) })
    // Hashtags go only where next to nothing would be left of the words.
    if (count === 0 || kept.length >= Math.min(body.length, LEAST_WORDS)) return join(kept)
  }
}

const LEAST_WORDS = 40

function isWithin(text: string, { max, unit }: Pick<TextLimit, 'max' | 'unit'>): boolean {
  return measureText(text, unit) <= max
}

interface ApartOptions {
  readonly platform: Platform
  readonly cta: string | undefined
  readonly mostTags: number
}

/** The words without the call to action, and the hashtags behind them, together no more tags than `mostTags`. */
function takeApart(text: string, { platform, cta, mostTags }: ApartOptions): { body: string; tags: string[] } {
  const words = cta === undefined ? text : without(text, cta)
  const spans = findHashtags(words, platform)
  let end = words.length
  let inWords = spans.length
  for (const { tag, start } of spans.toReversed()) {
    if (words.slice(start + tag.length, end).trim() !== '') break
    end = start
    inWords--
  }
  const beyond = new Set(
    spans
      .slice(0, inWords)
      .slice(mostTags)
      .map(({ start }) => start),
  )
  const body = words
    .slice(0, end)
    .replace(/[#＃]/gu, (sign, index: number) => (beyond.has(index) ? '' : sign))
    .trim()
  const tags = [...new Set(spans.slice(inWords).map(({ tag }) => tag))]
  return {
    body: cta === undefined ? body : without(body, cta),
    tags: tags.slice(0, Math.max(0, mostTags - inWords)),
  }
}

function without(text: string, ctaText: string): string {
  let rest = text
  // Taking one out may join the halves of another.
  while (countCallToAction(rest, ctaText) > 0) {
    rest = splitAtCallToAction(rest, ctaText)
      .map((piece) => piece.trim())
      .filter(Boolean)
      .join('\n\n')
  }
  return rest.trim()
}
