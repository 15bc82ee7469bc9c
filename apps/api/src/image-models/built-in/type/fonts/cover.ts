import { graphemesOf } from '../graphemes.ts'
import { EMOJI, familiesFor } from './families.ts'
import type { Family, Voice } from './families.ts'
import { openTypeface } from './open-typeface.ts'
import type { Typeface } from './open-typeface.ts'
import { slicesOf } from './slices.ts'

/** Which typeface draws what, of all the texts of a card in one voice. */
export interface Cover {
  /** Undefined: no bundled font can draw it. */
  readonly typefaceOf: (grapheme: string) => Typeface | undefined
  readonly voice: Voice
}

const IS_EMOJI = /\p{Emoji_Presentation}|\ufe0f|^\p{Regional_Indicator}/u
const IGNORABLE = /\p{Default_Ignorable_Code_Point}|\p{White_Space}/u

const IN_VOICE = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u

/**
 * Opens the typefaces that some texts need, and no others. A voice that lacks a letter of them gives way to the plain one:
 * two designs within a word, or serifs beside a script that has none, look like a mistake.
 */
export async function coverTexts(texts: readonly string[], voice: Voice, language: string): Promise<Cover> {
  const cover = await coverIn(texts, voice, language)
  if (voice === 'sans') return cover
  const [own] = familiesFor(voice, language)
  const isWhole = texts
    .flatMap((text) => graphemesOf(text))
    .filter((grapheme) => /\p{L}/u.test(grapheme))
    .every((grapheme) => IN_VOICE.test(grapheme) && cover.typefaceOf(grapheme)?.file.includes(`/${own?.id}/`))
  return isWhole ? cover : coverIn(texts, 'sans', language)
}

async function coverIn(texts: readonly string[], voice: Voice, language: string): Promise<Cover> {
  const families = familiesFor(voice, language)
  const found = new Map<string, Typeface | undefined>()
  for (const grapheme of new Set(texts.flatMap((text) => graphemesOf(text)))) {
    found.set(grapheme, await findTypeface(grapheme, IS_EMOJI.test(grapheme) ? [EMOJI, ...families] : families))
  }
  return { voice, typefaceOf: (grapheme) => found.get(grapheme) }
}

/** The text without what no font can draw. An emoji that is joined of several falls back to its first. */
export async function keepDrawable(text: string, language: string): Promise<string> {
  const simple = graphemesOf(text).map((grapheme) =>
    /\p{Extended_Pictographic}/u.test(grapheme) ? [grapheme, [...grapheme][0] ?? ''] : [grapheme],
  )
  const cover = await coverTexts(simple.flat(), 'sans', language)
  return simple.map((choices) => choices.find((choice) => cover.typefaceOf(choice)) ?? '').join('')
}

async function findTypeface(grapheme: string, families: readonly Family[]): Promise<Typeface | undefined> {
  const shown = [...grapheme].filter((character) => !IGNORABLE.test(character)).map((one) => one.codePointAt(0) ?? 0)
  const [first] = shown.length > 0 ? shown : [0x20]
  if (first === undefined) return undefined
  for (const family of families) {
    for (const slice of slicesOf(family)) {
      if (!slice.isFor(first)) continue
      const typeface = await openTypeface(slice.file)
      if (shown.every((codePoint) => typeface.has(codePoint))) return typeface
    }
  }
  return undefined
}
