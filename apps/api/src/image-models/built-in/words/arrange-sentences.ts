import { capitalizeFirst } from '#reading/text/casing.ts'
import type { Unit } from '#reading/text/units.ts'
import { visualLength } from '../type/graphemes.ts'
import { shortenWords } from './shorten-words.ts'

/** Sentences in the order of their weight on a card. */
export interface Arranged {
  readonly headline: string
  readonly kicker?: string
  readonly detail?: string
}

// In letters, wide signs counted twice.
const LONGEST_HEADLINE = 92
const LONGEST_WHOLE_HEADLINE = 130
const LONGEST_SPLIT_HEADLINE = 112
const LONGEST_DETAIL = 190
const LONGEST_KICKER = 26

const LABEL = /^([^:：.!?\n]{3,26})\s*[:：]\s+(\S.{7,})$/su

/** Chooses headline, what stands above it and what below. Sentences stay whole; only one that is far too long is cut. */
export function arrangeSentences(units: readonly Unit[]): Arranged {
  const sentences = units
    .map(({ text }) => text.replace(/\s*\n\s*/gu, ' ').trim())
    .filter((text) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text))
  const [first = '', ...others] = sentences
  const label = LABEL.exec(first)
  if (label?.[1] && label[2] && !/\d$/u.test(label[1]) && label[1].split(/\s+/u).length <= 4) {
    return withDetail({ kicker: label[1].trim() }, label[2], others)
  }
  const [second] = others
  if (
    second !== undefined &&
    visualLength(first) <= LONGEST_KICKER &&
    visualLength(second) >= 12 &&
    /[!！.。]$/u.test(first)
  ) {
    return withDetail({ kicker: withoutStop(first).replace(/[!！]$/u, '') }, second, others.slice(1))
  }
  return withDetail({}, first, others)
}

function withDetail(above: { kicker?: string }, sentence: string, others: readonly string[]): Arranged {
  const halves = visualLength(sentence) > LONGEST_WHOLE_HEADLINE ? splitSentence(sentence) : undefined
  if (halves)
    return { ...above, headline: capitalizeFirst(halves[0]), detail: detailOf([capitalizeFirst(halves[1]), ...others]) }
  const bare = withoutStop(sentence)
  const headline =
    visualLength(bare) <= LONGEST_WHOLE_HEADLINE ? bare : withoutStop(shortenWords(bare, LONGEST_HEADLINE))
  const isCut = headline.endsWith('…') && !bare.endsWith('…')
  const detail = isCut ? '' : detailOf(others)
  return { ...above, headline: capitalizeFirst(headline), ...(detail === '' ? {} : { detail }) }
}

// What joins a half that may stand on a line of its own. Any other comma may be one of a pair.
const JOINED =
  /[,;] (?=(?:with|where|which|who|and|but|so|plus|including|because|while|mit|wo|die|der|das|und|aber|denn|avec|où|qui|et|mais|con|donde|que|y|pero|dove|e|ma|com|onde|mas|с|где|который|которая|и|но|а)\s)|[，、；] ?|\s[–—] /giu

/** A long sentence as two halves, each of which fits. Undefined where it has no such place. */
function splitSentence(sentence: string): readonly [string, string] | undefined {
  const halves = [...sentence.matchAll(JOINED)].map(({ 0: joint, index }) => {
    return [sentence.slice(0, index), sentence.slice(index + joint.length)] as const
  })
  return halves.findLast(
    ([first, second]) =>
      visualLength(first) >= 30 &&
      visualLength(first) <= LONGEST_SPLIT_HEADLINE &&
      visualLength(second) <= LONGEST_DETAIL,
  )
}

function detailOf(sentences: readonly string[]): string {
  let detail = ''
  for (const sentence of sentences) {
    const longer = detail === '' ? sentence : `${detail} ${sentence}`
    if (visualLength(longer) > LONGEST_DETAIL) break
    detail = longer
  }
  const [first = ''] = sentences
  return detail === '' ? shortened(first) : detail
}

/** A first sentence that is too long is kept to a clause's end, and left out where it has none. */
function shortened(sentence: string): string {
  const kept = shortenWords(sentence, LONGEST_DETAIL)
  return kept.endsWith('…') ? '' : kept
}

/** A headline takes no full stop. */
function withoutStop(text: string): string {
  return /\.\.\.$|\b\p{L}\.\p{L}\.$/u.test(text) ? text : text.replace(/[.。।۔։።។]$/u, '')
}
