import { findLinks } from '#reading/text/find-links.ts'
import type { Language } from '#reading/language/stop-words.ts'
import type { Unit } from '#reading/text/units.ts'
import type { PromptKind } from '#reading/prompt/prompt-kind.ts'

export const LEANS_ON_BEFORE =
  /^(?:it|its|it['’]s|they|them|their|this|that|these|those|he|she|his|her|but|and|so|also|because|however|then|therefore|or|instead|still|yet|which|both|not only|there|after that|since then|no |just |plus|even|meanwhile|for example|as a result)\b/iu
const POINTS_BACK = /\b(?:it|its|them|they|their|this|these|those|existing|such|same|another|both)\b/iu
const TELLS_A_STORY =
  /\b(?:last (?:year|week|month|summer|winter|spring|night)|yesterday|years ago|months ago|weeks ago|when i|when we|one day|once|at first|in (?:19|20)\d\d|back in|it all (?:began|started)|since|ago)\b/iu
const SAYS_THE_NEWS =
  /\b(?:launch\w*|introduc\w*|announc\w*|releas\w*|shipp?(?:ed|ing)|open(?:s|ed|ing)?|\d+\s?%|free|new|reached|won|join us|hiring|sale|moved|raised|now live)\b/iu
const READABLE = [25, 120] as const
const CLEARLY_STRONGER = 2

/**
 * The index of the unit that makes the best hook; the first unless another is clearly stronger and can stand in front.
 *
 * Only English sentences are moved: elsewhere it is not known which ones lean on the sentence before. Stories and sad
 * news keep their order.
 */
export function strongestUnit(units: readonly Unit[], language: Language, kind: PromptKind): number {
  const all = units.map(({ text }) => text).join(' ')
  const asksFirst = /[?？]/u.test(units[0]?.text ?? '')
  const isFixed =
    language !== 'en' ||
    asksFirst ||
    kind === 'sad' ||
    kind === 'notice' ||
    kind === 'question' ||
    kind === 'tips' ||
    TELLS_A_STORY.test(all)
  if (isFixed || units.some((unit) => unit.kind === 'lines')) return 0
  const scores = units.map((unit, index) => (canMove(units, index) ? strength(unit.text, index) : -Infinity))
  const best = scores.indexOf(Math.max(...scores))
  return (scores[best] ?? 0) >= (scores[0] ?? 0) + CLEARLY_STRONGER ? best : 0
}

function canMove(units: readonly Unit[], index: number): boolean {
  if (index === 0) return true
  const unit = units[index]
  const next = units[index + 1]
  return (
    unit !== undefined &&
    !LEANS_ON_BEFORE.test(unit.text) &&
    !POINTS_BACK.test(unit.text) &&
    !(next && LEANS_ON_BEFORE.test(next.text)) &&
    findLinks(unit.text).length === 0
  )
}

function strength(text: string, index: number): number {
  let score = index === 0 ? 1.5 : 0
  if (SAYS_THE_NEWS.test(text)) score += 2
  if (/\d/u.test(text)) score += 1
  if (text.length >= READABLE[0] && text.length <= READABLE[1]) score += 1
  if (text.length > 160) score -= 1
  if (/[?]$/u.test(text)) score += 0.5
  return score
}
