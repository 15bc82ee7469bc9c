import { findLinks, withoutLinks } from '#reading/text/find-links.ts'
import type { Span } from '#reading/text/span.ts'
import { cutOut } from '#reading/text/span.ts'
import { splitSentences } from '#reading/text/sentences.ts'
import { closeGaps } from './outside.ts'

const SEGMENTED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** Finds a word or phrase in any case: as words of their own, in scripts that part words. */
export function findWord(text: string, word: string): boolean {
  const plain = word
    .trim()
    .replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)
    .replace(/\s+/gu, String.raw`\s+`)
  if (plain === '') return false
  const [before, after] = SEGMENTED.test(word)
    ? ['', '']
    : [String.raw`(?<![\p{L}\p{M}\p{N}_])`, String.raw`(?![\p{L}\p{M}\p{N}_])`]
  return new RegExp(`${before}${plain}${after}`, 'iu').test(text)
}

/** The words of a ban that a text has, the call to action apart. */
export function bannedIn(text: string, banned: readonly string[], spans: readonly Span[]): string[] {
  const words = cutOut(text, spans)
  return banned.filter((word) => findWord(words, word))
}

/** Leaves the sentences out that some test finds, as long as others are left; undefined where nothing but hashtags would be. */
export function withoutSentences(text: string, isOut: (sentence: string) => boolean): string | undefined {
  let left = 0
  const kept = text.split('\n').map((line) => {
    const sentences = splitSentences(line, 'und')
    const fine = sentences.filter((sentence) => !isOut(sentence))
    left += fine.filter(saysSomething).length
    return fine.length === sentences.length ? line : fine.join(' ')
  })
  return left === 0 ? undefined : closeGaps(kept.join('\n'))
}

/** Whether there are words besides hashtags. */
export function saysSomething(text: string): boolean {
  return /\p{L}{2}/u.test(text.replace(/[#＃][\p{L}\p{M}\p{N}_]+/gu, ''))
}

/** The text without its links, or without its handles. */
export function withoutAddresses(text: string, what: 'links' | 'mentions'): string {
  if (what === 'links') return findLinks(text).length === 0 ? text : closeGaps(withoutLinks(text))
  return closeGaps(text.replace(/(?<![\p{L}\p{N}_./])@(?=[\p{L}_])/gu, ''))
}
