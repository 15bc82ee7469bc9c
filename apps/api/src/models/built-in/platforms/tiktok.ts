import { CAPTION_RULES } from '@powerpost/contract'
import type { Reading } from '../analysis/read-brief.ts'
import { swipeLine } from '../media/media-wording.ts'
import { closeSentence, openSentence } from '#reading/text/casing.ts'
import type { Unit } from '#reading/text/units.ts'
import { endBlocks, tagsFor } from './ending.ts'
import type { Block } from './lay-out.ts'
import { layOut } from './lay-out.ts'
import { manuscriptFor } from './manuscript.ts'
import { closingFor } from './stock.ts'

const SHORT_HOOK = 45
const SHORT = { regular: 110, deep: 150 } as const
const SHORT_COUNT = 3
const SOBER = 400
const WHOLE = 220
const TOLD_WHOLE: ReadonlySet<string> = new Set(['event', 'offer', 'hiring', 'giveaway'])

/** One hook with the hashtags right behind it; more only where the hook is very short, asked for or sad. */
export function composeTiktok(reading: Reading): string {
  const { opening, body } = manuscriptFor(reading, 'tiktok', 'strongest-first')
  const second = secondSentences(reading, opening, body)
  const note = swipeLine(reading) ?? closingFor(reading, 'tiktok', opening)
  const isFollowed = second.length > 0 || (note !== undefined && note !== closeSentence(opening))
  const blocks: Block[] = [
    { text: isFollowed ? closeSentence(opening) : hookOf(opening), gap: '\n\n', rank: 0, role: 'opening' },
    ...second.map((unit): Block => ({ text: unit.text, gap: ' ', rank: 10 })),
    ...(note && isFollowed ? [{ text: note, gap: ' ', rank: 30 } as const] : []),
  ]
  const tags = tagsFor(reading, 'tiktok', blocks.map(({ text }) => text).join(' '))
  const ending = endBlocks(reading, tags, { cta: '\n', tags: reading.cta ? '\n' : ' ' })
  return layOut([...blocks, ...ending], CAPTION_RULES.tiktok.text)
}

function secondSentences(reading: Reading, opening: string, body: readonly Unit[]): Unit[] {
  const { kind, isSober, strongest, brief } = reading
  const sentences = body.some((unit) => unit.kind === 'lines') ? [] : body
  if (isSober) return fitting(sentences, opening, SOBER, Infinity)
  // Where and until when belong to the news.
  if (TOLD_WHOLE.has(kind) && strongest === 0) return fitting(sentences, opening, WHOLE, Infinity)
  const isWanted = brief.researchMode === 'deep' || opening.length <= SHORT_HOOK
  return isWanted && strongest === 0 ? fitting(sentences, opening, SHORT[brief.researchMode], SHORT_COUNT) : []
}

function fitting(sentences: readonly Unit[], opening: string, most: number, count: number): Unit[] {
  const kept: Unit[] = []
  let length = opening.length
  for (const unit of sentences.slice(0, count)) {
    const isEnough = kept.length > 0 && length > SHORT_HOOK && count !== Infinity
    length += unit.text.length + 1
    if (isEnough || length > most) break
    kept.push(unit)
  }
  return kept
}

// A list is announced by a colon, which is left hanging where the list is left out.
function hookOf(opening: string): string {
  return openSentence(opening).replace(/[:：]$/u, '')
}
