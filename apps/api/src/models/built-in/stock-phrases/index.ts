import type { Language } from '#reading/language/stop-words.ts'
import { suitsVoice } from './address.ts'
import { CLOSINGS } from './closings/index.ts'
import { ENGLISH } from './english.ts'
import { LONE } from './lone.ts'
import type { StockPhrases } from './stock-phrases.ts'
import { ENGLISH_MEDIA, ENGLISH_MEDIA_LINES } from './english-media.ts'
export type { StockPhrases } from './stock-phrases.ts'

/** Languages without an entry get no stock phrase at all. */
const STOCK_PHRASES: Readonly<Partial<Record<Language, StockPhrases>>> = {
  en: ENGLISH,
  ...Object.fromEntries(Object.entries(CLOSINGS).map(([language, closings]) => [language, closingsOnly(closings)])),
}

function closingsOnly(closings: StockPhrases['closings']): StockPhrases {
  return { openings: {}, lines: {}, closings }
}

/** The phrases that go with a text, or undefined where none would be sure to fit. */
export function stockPhrasesFor(text: string, language: Language): StockPhrases | undefined {
  return suitsVoice(text, language) ? STOCK_PHRASES[language] : undefined
}

/** Every stock phrase of a language as it is written, slots included. */
export const STOCK_PHRASE_TEXTS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries({ ...STOCK_PHRASES, lone: LONE, media: { ENGLISH_MEDIA, ENGLISH_MEDIA_LINES } }).map(
    ([language, phrases]) => [language, leavesOf(phrases)],
  ),
)

/** Every word that a stock phrase brings with it: what a caption may say that its brief does not. */
export const STOCK_WORDS: ReadonlySet<string> = new Set(
  Object.values(STOCK_PHRASE_TEXTS)
    .flat()
    .flatMap(
      (phrase) =>
        phrase
          .replace(/\{\w+\}/gu, ' ')
          .toLowerCase()
          .replaceAll('’', "'")
          .match(/[\p{L}\p{M}']+/gu) ?? [],
    )
    .concat('me', 'us', 'i', 'we', "i'd", "we'd"),
)

function leavesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : []
}
