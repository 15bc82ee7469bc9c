import type { PlatformCaption } from '#models/port.ts'
import type { CaptionRules } from '@powerpost/contract'
import { CAPTION_RULES, findHashtags } from '@powerpost/contract'
import { splitAtCallToAction } from '../../call-to-action.ts'
import { replaceForbidden } from '../../fit-caption.ts'
import { withoutMarkup } from './without-markup.ts'
import { withoutTalk } from './without-talk.ts'

/** What is corrected without asking: it is no matter of words. A call to action stays as it is. */
export function tidyCaption({ platform, caption }: PlatformCaption, ctaText: string | undefined): PlatformCaption {
  const rules: CaptionRules = CAPTION_RULES[platform]
  const clean = (text: string) => replaceForbidden(cleanText(text, ctaText), rules)
  if (platform !== 'youtube') return { platform, caption: tagsLast(clean(caption)) }
  const title = clean(caption.title)
    .replace(/\s+/gu, ' ')
    // A hashtag in a title is a word of it.
    .replace(/(?<![\p{L}\p{N}&])#(?=\p{L})/gu, '')
  return { platform, caption: { title, description: tagsLast(clean(caption.description)) } }
}

/** Plain text: one kind of line break, no control characters, no lone surrogates, no markup, nothing said about it. */
function cleanText(raw: string, ctaText: string | undefined): string {
  // A model may escape twice what it puts into JSON.
  const text = withExactCallToAction(raw.includes('\n') ? raw : raw.replaceAll(String.raw`\n`, '\n'), ctaText)
  const clean = (part: string) =>
    withoutMarkup(
      part
        .toWellFormed()
        .replace(/\r\n?/gu, '\n')
        .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff]/gu, ''),
    )
      .replace(/(?<=#[\p{L}\p{N}_]+)#(?=[\p{L}\p{N}])/gu, ' #')
      .replace(/\n{3,}/gu, '\n\n')
  const parts = ctaText === undefined ? [text] : splitAtCallToAction(text, ctaText)
  return withoutTalk(parts.map(clean).join(ctaText).trim())
}

/** A call to action that stands there in other capitals, or without its last sign, as it is to be. */
function withExactCallToAction(text: string, ctaText: string | undefined): string {
  if (ctaText === undefined || text.includes(ctaText)) return text
  const bare = ctaText.replace(/[.!?…]+$/u, '').replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)
  if (bare.length < 4) return text
  const found = text.match(new RegExp(`${bare}[.!?…]*`, 'giu')) ?? []
  const [only] = found
  return only !== undefined && found.length === 1 ? text.replace(only, () => ctaText) : text
}

/** Hashtags that stand on a line of their own before the words go behind them. */
function tagsLast(text: string): string {
  const [first = '', ...rest] = text.split('\n')
  const words = rest.join('\n').trim()
  if (words === '' || findHashtags(first, 'instagram').length === 0) return text
  return /^(?:[#＃][^\s#＃]+\s*)+$/u.test(first) ? `${words}\n\n${first.trim()}` : text
}
