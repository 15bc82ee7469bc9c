import type { EmojiAmount } from '#reading/rules/writing-rules.ts'
import type { Span } from '#reading/text/span.ts'
import { changeOutside, closeGaps } from './outside.ts'

/** How many emoji are a few. */
const FEW = 3

const EMOJI = /\p{RGI_Emoji}|\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F/gv

/** Takes emoji off, beyond a few or all of them. */
export function limitEmoji(text: string, amount: EmojiAmount | undefined, spans: readonly Span[]): string {
  if (amount === undefined || amount === 'many') return text
  return cutEmoji(text, amount === 'none' ? 0 : FEW, spans)
}

function cutEmoji(text: string, most: number, spans: readonly Span[]): string {
  let left = most
  const kept = changeOutside(text, spans, (words) =>
    words.replace(EMOJI, (emoji) => ((/^[\d#*©®™]/u.test(emoji) && emoji.length < 3) || left-- > 0 ? emoji : '')),
  )
  return kept === text ? text : closeGaps(kept)
}

/** Takes emoji off beyond a number of them. */
export function limitEmojiTo(text: string, max: number | undefined, spans: readonly Span[]): string {
  return max === undefined ? text : cutEmoji(text, max, spans)
}

/** How many emoji a text has. */
export function countEmoji(text: string): number {
  return text.match(EMOJI)?.filter((emoji) => !/^[\d#*©®™]/u.test(emoji)).length ?? 0
}

/** Whether a text has an emoji. */
export function hasEmoji(text: string): boolean {
  return countEmoji(text) > 0
}

/** Puts full stops in the place of exclamation marks. */
export function withoutExclamationMarks(text: string, spans: readonly Span[]): string {
  return changeOutside(text, spans, (words) =>
    words
      .replace(/(?:[!！]*[?？]+[!！]+[?!？！]*|[?？]+[!！]+)/gu, (marks) => (marks.includes('？') ? '？' : '?'))
      .replace(/¡/gu, '')
      .replace(/！+/gu, '。')
      .replace(/!+(?=\s*$|\s*["'”’»)]|\s)/gu, '.')
      .replace(/!+/gu, ''),
  )
}
