import { CAPTION_RULES, measureText } from '@powerpost/contract'
import type { Reading } from '../analysis/read-brief.ts'
import { openSentence, titleCase } from '../text/casing.ts'
import { limitHashtags } from '../text/protected-spans.ts'
import { shorten } from '../text/shorten.ts'

/** A title within 70 where that costs no sense, else within the 100 that YouTube takes; without hashtags. */
export function titleOf(opening: string, reading: Reading): string {
  const { max, readsWellWithin, unit } = CAPTION_RULES.youtube.title
  const within = (most: number) => (text: string) => measureText(text, unit) <= most
  const line = limitHashtags(opening.split('\n')[0] ?? '', 0)
  const plain = openSentence(line)
    .replace(/[:：]$/u, '')
    .trim()
  // Capitals on every word are for headlines, not for a loss.
  const title = reading.language === 'en' && reading.kind !== 'sad' ? titleCase(plain) : plain
  if (within(readsWellWithin)(title)) return title
  const short = reading.kind === 'sad' ? title : shorten(title, within(readsWellWithin))
  // A title that is a little long and whole is better than a broken one.
  if (!short.endsWith('…') && short !== title) return openSentence(short)
  return within(max)(title) ? title : openSentence(shorten(title, within(readsWellWithin)))
}
