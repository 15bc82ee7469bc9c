import { findLinks } from '#reading/text/find-links.ts'
import { listHashtags } from '#reading/text/protected-spans.ts'
import { calmPunctuation, cleanText } from '#reading/text/clean-text.ts'

// Overrides of direction, isolates and marks: the algorithm finds the direction by the letters themselves.
const DIRECTION_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
const INVISIBLE =
  /(?!\u200c|\u200d|\ufe0f)\p{Default_Ignorable_Code_Point}|[\ufff9-\ufffb\p{Private_Use}\p{Unassigned}]/gu
// Letters with a tower of marks on them. What languages write is one character after normalisation, or one mark more.
const TOWER = /([\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}\p{P}\s]\p{M}?)\p{M}+/gu
const EMOJI =
  /(?:\p{Regional_Indicator}{2}|[#*0-9]\ufe0f?\u20e3|(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f?)\p{Emoji_Modifier}?(?:\u200d\p{Extended_Pictographic}\ufe0f?\p{Emoji_Modifier}?)*)/gu
// They stand for a bullet, an arrow or a tick, or are drawn as letters are.
const NOT_A_PICTURE = /^[©®™✔✅☑▶➡⬇👉👇↗→⭐✨❗❓‼⁉🔗🟢🔴🟡🔵\u{1f51f}0-9#*]/u

/** A text with no character that is not to be seen, and no tower of marks. Markup stays what it is: characters. */
export function visibleText(raw: string): string {
  return cleanText(raw.toWellFormed())
    .normalize('NFC')
    .replace(DIRECTION_CONTROLS, '')
    .replace(INVISIBLE, '')
    .replace(/\ufffd/gu, '')
    .replace(TOWER, '$1')
}

/** What is left for a card: no links, no row of hashtags at the end, no sign of a hashtag, no emoji. */
export function plainWords(text: string): string {
  const plain = withoutLinks(withoutTrailingTags(text)).replace(/[#＃](?=[\p{L}\p{N}_]*\p{L})/gu, '')
  return typographic(calmPunctuation(tidy(plain.replace(EMOJI, ' '))))
}

/** The first emoji of a text that is a picture. */
export function findEmblem(text: string): string | undefined {
  return (text.match(EMOJI) ?? []).find((emoji) => !NOT_A_PICTURE.test(emoji))
}

/** The emoji of a text that has nothing else, a few of them. */
export function onlyEmoji(text: string): string {
  return [...new Set(text.match(EMOJI) ?? [])].slice(0, 3).join('')
}

function withoutTrailingTags(text: string): string {
  let rest = text
  for (const tag of listHashtags(text).toReversed()) {
    const cut = rest.trimEnd().replace(/[\s,·|]+$/u, '')
    if (!cut.endsWith(tag) || cut === tag) break
    rest = cut.slice(0, -tag.length)
  }
  return rest
}

function withoutLinks(text: string): string {
  let rest = text
  for (const { start, end } of findLinks(text).toReversed()) {
    rest = `${rest.slice(0, start).replace(/(?:\s(?:at|on|via|under|auf|en|sur|su|em)|[:：→👉–-])?\s*$/iu, ' ')}${rest.slice(end)}`
  }
  return rest
}

function tidy(text: string): string {
  return text
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ([,.!?;:…])(?=\s|$)/gu, '$1')
    .replace(/ *\n */gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .replace(/\(\s*\)/gu, '')
    .trim()
}

/** The signs that a keyboard lacks: an apostrophe, marks of quotation, a dash, an ellipsis. */
function typographic(text: string): string {
  return text
    .replace(/(?<=[\p{L}\p{N}])'(?=\p{L}|\s|$)|(?<=^|\s)'(?=\d\ds?(?!\d))/gu, '’')
    .replace(/"([^"\n]+)"/gu, '“$1”')
    .replace(/\.\.\./gu, '…')
    .replace(/ -{1,2} |(?<=\p{L})--(?=\p{L})/gu, ' – ')
}
