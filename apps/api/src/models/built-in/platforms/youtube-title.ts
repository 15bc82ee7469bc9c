import { CAPTION_RULES, measureText } from '@powerpost/contract'
import { STOP_WORDS } from '#reading/language/stop-words.ts'
import { capitalizeFirst, openSentence } from '#reading/text/casing.ts'
import { withoutLinks } from '#reading/text/find-links.ts'
import { limitHashtags } from '#reading/text/protected-spans.ts'
import { splitSentences } from '#reading/text/sentences.ts'
import type { Reading } from '../analysis/read-brief.ts'

const { max, readsWellWithin, unit } = CAPTION_RULES.youtube.title
const LEAST = 12
const within = (most: number) => (text: string) => text !== '' && measureText(text, unit) <= most

/** A title in sentence case that is a whole phrase: within 70 where that costs no sense, else within the 100 that YouTube takes. */
export function titleOf(opening: string, reading: Reading): string {
  const line = wordsOf(limitHashtags(opening.split('\n')[0] ?? '', 0, 'youtube'))
  const title = finish(line)
  if (within(readsWellWithin)(title)) return title
  const [first = title] = splitSentences(title, 'und').map(finish)
  if (first.length >= LEAST && within(readsWellWithin)(first)) return first
  const thoughts = phrasesOf(title, THOUGHT)
  const thought = thoughts.find(within(readsWellWithin))
  if (thought ?? within(max)(title)) return thought ?? title
  return [...thoughts, ...phrasesOf(title, COMMA)].find(within(max)) ?? byWords(title, reading)
}

function finish(text: string): string {
  return capitalizeFirst(
    openSentence(text.trim())
      .replace(/[\s:：,;–—-]+$/u, '')
      .trim(),
  )
}

const THOUGHT = /\s[–—-]\s|[:;](?=\s)|[，：；、](?=.)|\s\((?=.)/gu
const COMMA = /,\s/gu

/** The beginnings of a line that end at a sign, the longest first. */
function phrasesOf(title: string, sign: RegExp): string[] {
  return [...title.matchAll(sign)]
    .map(({ index }) => finish(title.slice(0, index)))
    .filter((phrase) => phrase.length >= LEAST && isBalanced(phrase))
    .toReversed()
}

/** As many words as fit, none that waits for another behind it. */
function byWords(title: string, { language }: Reading): string {
  const stop: ReadonlySet<string> =
    language in STOP_WORDS ? STOP_WORDS[language as keyof typeof STOP_WORDS] : STOP_WORDS.en
  const segments = [...new Intl.Segmenter('und', { granularity: 'word' }).segment(title)]
  for (let count = segments.length - 1; count > 0; count--) {
    const next = segments[count]
    const kept = finish(title.slice(0, next?.index ?? 0))
    const last = /[\p{L}\p{M}\p{N}’'-]+$/u.exec(kept)?.[0].toLowerCase() ?? ''
    const isSeam = next !== undefined && (stop.has(next.segment.toLowerCase()) || !/\s/u.test(title))
    if (isSeam && within(max)(kept) && kept.length >= LEAST && !stop.has(last) && isBalanced(kept)) return kept
  }
  return cutAnywhere(title)
}

function isBalanced(text: string): boolean {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  return count(/"/gu) % 2 === 0 && count(/[“«„「『(（]/gu) <= count(/[”»“」』)）]/gu)
}

/** One long word, as a link is, has no place to be cut well. */
function cutAnywhere(text: string): string {
  const characters = [...new Intl.Segmenter('en').segment(text)].map(({ segment }) => segment)
  while (characters.length > 0 && !within(max)(`${characters.join('')}…`)) characters.pop()
  const cut = characters.join('')
  const words = cut.replace(/\s+\S*$/u, '')
  return words.length >= LEAST ? finish(words) : `${cut}…`
}

/** A title cannot be clicked: a link behind words is left to the description. */
function wordsOf(line: string): string {
  const plain = withoutLinks(line)
    .replace(/[^\S\n]{2,}/gu, ' ')
    .replace(/[\s:–—-]+(?=[.!?]*$)/u, '')
    .trim()
  return (plain.match(/\p{L}/gu)?.length ?? 0) >= 8 ? plain : line
}
