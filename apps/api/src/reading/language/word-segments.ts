/** The words of a text, by the rules of its language; also where it has no spaces. */
export function segmentWords(text: string, locale: string): { word: string; index: number }[] {
  return [...new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment, index }) => ({ word: segment, index }))
}
