import type { Platform } from './post-types.ts'
import { findUrls } from './x/find-urls.ts'

/** A hashtag, with its sign, and where it begins in UTF-16 code units. */
export interface HashtagSpan {
  readonly tag: string
  readonly start: number
}

/** What a platform takes for hashtags, with where it was read and when. */
interface HashtagRule {
  /** One hashtag, or several that are glued together. */
  readonly pattern: RegExp
  readonly source: string
  readonly checked: string
}

// `#` and U+FE0F are the beginning of an emoji, the keycap.
const SIGN = String.raw`[#＃](?!\uFE0F|\u20E3)`
const WORD = String.raw`\p{L}\p{M}\p{N}_`
const EMOJI = String.raw`\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u200D`
/** A word with a letter. A sign within it begins the next hashtag; not so within `C#` and `a/#b`. */
const WORDS = new RegExp(String.raw`(?<![${WORD}&/])(?:${SIGN}(?=[\p{N}_]*[\p{L}\p{M}])[${WORD}]+)+`, 'gu')

// https://github.com/twitter/twitter-text/blob/master/js/src/regexp/validHashtag.js
const X_SPECIAL = String.raw`\u200C\u200D\uA67E\u05BE\u05F3\u05F4\uFF5E\u301C\u309B\u309C\u30A0\u30FB\u3003\u0F0B\u0F0C\u00B7`
const X_WORD = WORD + X_SPECIAL

const HASHTAG_RULES: Readonly<Record<Platform, HashtagRule>> = {
  instagram: {
    pattern: new RegExp(String.raw`(?<![${WORD}&/])(?:${SIGN}[${WORD}${EMOJI}]+)+`, 'gu'),
    source:
      'https://instagram-engineering.com/emojineering-part-ii-implementing-hashtag-emoji-7dd653a221bb; that glued ones count one by one, and figures alone: third parties',
    checked: '2026-11',
  },
  tiktok: {
    pattern: new RegExp(String.raw`(?<!\S)${SIGN}[${WORD}]+`, 'gu'),
    source:
      'https://developers.tiktok.com/doc/content-posting-api-reference-direct-post (delimited by spaces or new lines)',
    checked: '2026-11',
  },
  youtube: {
    pattern: WORDS,
    source:
      'https://support.google.com/youtube/answer/6390658 (no spaces); glued ones: nothing found, counted one by one',
    checked: '2026-11',
  },
  x: {
    // One that is followed by another sign or by `://` is none, and one behind it needs a character between them.
    pattern: new RegExp(
      String.raw`(?<=^|[\uFE0E\uFE0F]|[^${X_WORD}&])${SIGN}(?=[\p{N}_${X_SPECIAL}]*[\p{L}\p{M}])[${X_WORD}]+(?=(?<taken>[#＃]|:\/\/)?)`,
      'gu',
    ),
    source: 'https://github.com/twitter/twitter-text (3.1.0)',
    checked: '2026-11',
  },
  facebook: {
    pattern: WORDS,
    source:
      'https://www.facebook.com/help/587836257914341 (a single word; figures, but no punctuation); glued ones: nothing found, counted one by one',
    checked: '2026-11',
  },
  linkedin: {
    pattern: WORDS,
    source:
      'https://learn.microsoft.com/linkedin/marketing/community-management/shares/little-text-format (a # and a word); glued ones: nothing found, counted one by one',
    checked: '2026-11',
  },
}

/**
 * The hashtags of a text as a platform sees them: not those within a link.
 *
 * @param platform whose rule it is. @default a word with a letter in it, as Facebook has it
 */
export function findHashtags(text: string, platform: Platform = 'facebook'): HashtagSpan[] {
  const hashtags: HashtagSpan[] = []
  let behind = -1
  for (const { 0: run, index, groups } of text.matchAll(HASHTAG_RULES[platform].pattern)) {
    if (index === behind) continue
    if (groups?.['taken'] === undefined) hashtags.push(...splitRun(run, index))
    behind = index + run.length
  }
  if (hashtags.length === 0) return []
  const urls = findUrls(text)
  let next = 0
  let end = 0
  return hashtags.filter(({ tag, start }) => {
    for (let url = urls[next]; url && url.start < start; url = urls[++next]) if (url.start >= end) end = url.end
    if (start < end) return false
    end = start + tag.length
    return true
  })
}

function splitRun(run: string, start: number): HashtagSpan[] {
  const tags: HashtagSpan[] = []
  let from = 0
  for (let at = 1; at <= run.length; at++) {
    const character = run.charAt(at)
    if (character !== '#' && character !== '＃' && character !== '') continue
    tags.push({ tag: run.slice(from, at), start: start + from })
    from = at
  }
  return tags
}
