import { CAPTION_RULES, measureText } from '@powerpost/contract'
import type { Reading } from '../analysis/read-brief.ts'
import { openSentence, titleCase } from '#reading/text/casing.ts'
import { withoutLinks } from '#reading/text/find-links.ts'
import { limitHashtags } from '#reading/text/protected-spans.ts'
import { shorten } from '#reading/text/shorten.ts'

/** A title within 70 where that costs no sense, else within the 100 that YouTube takes; without hashtags. */
export function titleOf(opening: string, reading: Reading): string {
  const { max, readsWellWithin, unit } = CAPTION_RULES.youtube.title
  const within = (most: number) => (text: string) => measureText(text, unit) <= most
  const line = wordsOf(limitHashtags(opening.split('\n')[0] ?? '', 0, 'youtube'))
  const plain = openSentence(line)
    .replace(/[:：]$/u, '')
    .trim()
  // Capitals on every word are for headlines, not for a loss.
  const title = reading.language === 'en' && !reading.isSober ? titleCase(plain) : plain
  if (within(readsWellWithin)(title)) return title
  const short = reading.isSober ? title : shorten(title, within(readsWellWithin))
  // A title that is a little long and whole is better than a broken one.
  if (short !== '' && !short.endsWith('…') && short !== title) return openSentence(short)
  if (within(max)(title)) return title
  return openSentence(shorten(title, within(readsWellWithin))) || cutAnywhere(title, within(max))
}

/** One long word, as a link is, has no place to be cut well. */
function cutAnywhere(text: string, fits: (text: string) => boolean): string {
  const characters = [...new Intl.Segmenter('en').segment(text)].map(({ segment }) => segment)
  while (characters.length > 0 && !fits(`${characters.join('')}…`)) characters.pop()
  return `${characters.join('')}…`
}

/** A title cannot be clicked: a link behind words is left to the description. */
function wordsOf(line: string): string {
  const plain = withoutLinks(line)
    .replace(/[^\S\n]{2,}/gu, ' ')
    .replace(/[\s:–—-]+(?=[.!?]*$)/u, '')
    .trim()
  return (plain.match(/\p{L}/gu)?.length ?? 0) >= 8 ? plain : line
}
