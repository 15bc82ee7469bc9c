import type { Language } from '../language/stop-words.ts'
import { ENGLISH } from './english.ts'
import { FRENCH, GERMAN, ITALIAN, PORTUGUESE, SPANISH } from './romance-and-german.ts'
import type { StockPhrases } from './stock-phrases.ts'

import { ENGLISH_MEDIA, ENGLISH_MEDIA_LINES } from './english-media.ts'
export type { Form, StockPhrases } from './stock-phrases.ts'

/** Languages without an entry get no stock phrase at all. */
export const STOCK_PHRASES: Readonly<Partial<Record<Language, StockPhrases>>> = {
  en: ENGLISH,
  es: SPANISH,
  de: GERMAN,
  fr: FRENCH,
  pt: PORTUGUESE,
  it: ITALIAN,
}

// A text that addresses its readers one way must not be followed by a phrase that does it the other.
const OTHER_ADDRESS: Readonly<Partial<Record<Language, RegExp>>> = {
  es: /(?<!\p{L})(?:usted|ustedes|vosotros|vosotras|vuestr[oa]s?|os)(?!\p{L})/iu,
  de: /(?<!\p{L})(?:Sie|Ihnen|Ihre?[nmrs]?|du|dich|dir|deine?[nmrs]?)(?!\p{L})/u,
  fr: /(?<!\p{L})(?:tu|toi|ton|ta|tes|t['’]\p{L}+)(?!\p{L})/iu,
  pt: /(?<!\p{L})(?:tu|teu|tua|teus|tuas|vós|a equipa|telemóvel|autocarro|estamos a \p{L}+r)(?!\p{L})/iu,
  it: /(?<!\p{L})(?:tu|tuo|tua|tuoi|tue|Lei|Suo|Sua)(?!\p{L})/u,
}

/** The phrases that go with a text, or undefined where none would be sure to fit. */
export function stockPhrasesFor(text: string, language: Language): StockPhrases | undefined {
  return OTHER_ADDRESS[language]?.test(text) ? undefined : STOCK_PHRASES[language]
}

/** Every stock phrase of a language as it is written, slots included. */
export const STOCK_PHRASE_TEXTS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries({ ...STOCK_PHRASES, media: { ENGLISH_MEDIA, ENGLISH_MEDIA_LINES } }).map(([language, phrases]) => [
    language,
    leavesOf(phrases),
  ]),
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
