import type { Platform } from '@powerpost/contract'
import { CAPTION_RULES } from '@powerpost/contract'
import { splitClauses } from '../analysis/clauses.ts'
import { shapeOpening } from '../analysis/opening-form.ts'
import type { Reading } from '../analysis/read-brief.ts'
import { mediaOpening } from '../media/media-wording.ts'
import { fillSlots } from '../stock-phrases/fill-slots.ts'
import { capitalizeFirst, lowerFirst } from '#reading/text/casing.ts'
import { pick } from '#reading/text/pick.ts'
import { listHashtags, limitHashtags } from '#reading/text/protected-spans.ts'
import type { Unit } from '#reading/text/units.ts'
import { inOwnStyle, phrasesOfLone, voiceSlots } from './stock.ts'

/** What a platform's caption is made of, before it is laid out. */
export interface Manuscript {
  readonly opening: string
  /** The caller's other sentences, in order. */
  readonly body: readonly Unit[]
}

/** The opening in the platform's manner, and what is left to follow it. */
export function manuscriptFor(
  reading: Reading,
  given: Platform | 'description',
  order: 'strongest-first' | 'as-written',
): Manuscript {
  const platform = given === 'description' ? 'youtube' : given
  const { units, greeting } = reading
  const hookAt = order === 'strongest-first' ? reading.strongest : 0
  const hook = units[hookAt]
  if (!hook) return { opening: mediaOpening(reading, platform) ?? '', body: [] }
  const limited = hashtagLimiter(reading, platform)
  const turned = given === 'description' ? undefined : turnOpening(reading, hookAt, platform)
  const greeted = order === 'as-written' && greeting ? `${greeting} ${hook.text}` : hook.text
  const opening = limited(turned ?? (greeted === hook.text ? withLead(reading, given, greeted) : greeted))
  const body = units.filter((_, index) => index !== hookAt).map((unit) => ({ ...unit, text: limited(unit.text) }))
  return { opening, body }
}

/** What leads to a lone thought on LinkedIn and on YouTube. */
function withLead(reading: Reading, platform: Platform | 'description', sentence: string): string {
  const phrases = phrasesOfLone(reading)
  const isSubject = reading.subject !== undefined
  const [unit] = reading.units
  const lead =
    platform === 'description' ? (isSubject ? undefined : phrases?.short) : isSubject ? phrases?.focus : phrases?.update
  // `A few words about ...` leads already.
  const isLed =
    isSubject &&
    /^(?:Ein paar Worte|Kilka słów|Немного|Кілька слів|Λίγα λόγια|Pár slov|Muutama sana|Néhány szó)/u.test(sentence)
  if (isLed) return sentence
  if (platform === 'description' && isSubject && phrases?.topic !== undefined)
    return A_THING.test(sentence) ? `${phrases.topic} ${lowerFirst(sentence)}` : sentence
  if (!lead || (platform !== 'linkedin' && platform !== 'description') || unit?.text !== sentence) return sentence
  if (ENDS_LIVELY.test(sentence)) return sentence
  return `${lead}${/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(lead) ? '' : ' '}${sentence}`
}

const A_THING = /^(?:our|my|the|an?|this|these|\d+) /iu

// A wish or a question stands alone, and so does what ends in a colon.
const ENDS_LIVELY = /[?!？！…:：]["'”’»)]*$|[?!？！]/u

/** A lone sentence as two lines, for platforms that are read line by line; a turned or titled one stays whole. */
export function inTwoLines(reading: Reading, { opening, body }: Manuscript): Manuscript {
  if (reading.units.length !== 1 || body.length > 0 || opening !== reading.units[0]?.text) return { opening, body }
  const clauses = splitClauses(opening)
  return clauses
    ? { opening: clauses.hook, body: [{ text: clauses.rest, kind: 'sentence', paragraph: 1 }] }
    : { opening, body }
}

/** Takes the `#` off the hashtags within a text beyond what a platform takes, over all its pieces together. */
function hashtagLimiter({ cta = '' }: Reading, platform: Platform): (text: string) => string {
  let left = Math.max(0, CAPTION_RULES[platform].hashtags.max - listHashtags(cta, platform).length)
  return (text) => {
    const limited = limitHashtags(text, left, platform)
    left -= listHashtags(limited, platform).length
    return limited
  }
}

/** The opening sentence turned as a platform likes it, or undefined where it stands best as it is. */
function turnOpening(reading: Reading, index: number, platform: Platform): string | undefined {
  const sentence = reading.units[index]?.text ?? ''
  if (reading.language !== 'en' || !/\p{Ll}/u.test(sentence)) return undefined
  const subject = index === 0 ? reading.subject : undefined
  const shaped = shapeOpening(subject ?? sentence, reading.kind, subject !== undefined)
  const choices = shaped && reading.stock?.openings[shaped.form]?.[platform]
  const phrase = choices && pick(choices, reading.seed)
  if (!phrase) return undefined
  return capitalizeFirst(fillSlots(inOwnStyle(phrase, reading), { ...voiceSlots(reading), ...shaped.slots })).replace(
    /(?<!\.)\.{2}$/u,
    '.',
  )
}
