const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** What a reader takes for one sign each. */
export function graphemesOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

/** How wide a text is about, in letters: a Han, Kana or Hangul sign and an emoji are two. */
export function visualLength(text: string): number {
  return graphemesOf(text).reduce((sum, grapheme) => sum + (WIDE.test(grapheme) ? 2 : 1), 0)
}

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\u3000-\u303f\uff00-\uff60]/u
