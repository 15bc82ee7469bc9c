import type { EmojiAmount } from '#reading/rules/writing-rules.ts'
import type { Span } from '#reading/text/span.ts'
import { changeOutside, closeGaps } from './outside.ts'

/** How many emoji are a few. */
const FEW = 3

const EMOJI = /\p{RGI_Emoji}|\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F/gv

/** Takes emoji off, beyond a few or all of them. */
export function limitEmoji(text: string, amount: EmojiAmount | undefined, spans: readonly Span[]): string {
  if (amount === undefined || amount === 'many') return text
  let left = amount === 'none' ? 0 : FEW
  const kept = changeOutside(text, spans, (words) =>
    words.replace(EMOJI, (emoji) => ((/^[\d#*©®™]/u.test(emoji) && emoji.length < 3) || left-- > 0 ? emoji : '')),
  )
  return kept === text ? text : closeGaps(kept)
}

/** Whether a text has an emoji. */
export function hasEmoji(text: string): boolean {
  return text.match(EMOJI)?.some((emoji) => !/^[\d#*©®™]/u.test(emoji)) ?? false
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
