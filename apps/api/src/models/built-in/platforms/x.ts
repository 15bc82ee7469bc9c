import { CAPTION_RULES, measureText } from '@powerpost/contract'
import { factKind } from '#reading/brief/facts.ts'
import type { Unit } from '#reading/text/units.ts'
import type { Reading } from '../analysis/read-brief.ts'
import { endBlocks, tagsFor } from './ending.ts'
import type { Block } from './lay-out.ts'
import { layOut } from './lay-out.ts'
import { manuscriptFor } from './manuscript.ts'
import { closingFor } from './stock.ts'

const FOUND_TAGS = 1
const { text: LIMIT } = CAPTION_RULES.x
/** What a post that says not all must say first: where to turn to, when, where, for how much. */
const WORTH = { contact: 5, when: 4, where: 3, price: 3, other: 0 } as const

/** All of it where it fits; else the opening and what matters most, in its order. The call to action has its space reserved. */
export function composeX(reading: Reading): string {
  const { opening, body } = manuscriptFor(reading, 'x', 'strongest-first')
  const kept = mostTelling(reading, opening, body)
  const isWhole = kept.length === body.length
  const blocks: Block[] = [
    // A colon is left hanging where the list that it announces does not fit.
    { text: kept.length === 0 ? opening.replace(/[:：]$/u, '') : opening, gap: '\n\n', rank: 0, role: 'opening' },
    ...kept.map((unit, index): Block => {
      const isApart = unit.kind === 'lines' || kept[index - 1]?.kind === 'lines'
      return { text: unit.text, gap: isApart ? '\n' : ' ', rank: 5 + index }
    }),
  ]
  const closing = isWhole ? closingFor(reading, 'x', opening) : undefined
  if (closing) blocks.push({ text: closing, gap: ' ', rank: 30 })
  const text = blocks.map((block) => block.text).join(' ')
  const tags = tagsFor(reading, 'x', text, isWhole ? FOUND_TAGS : 0)
  const isInLine = reading.cta === undefined && kept.at(-1)?.kind !== 'lines'
  return layOut([...blocks, ...endBlocks(reading, tags, { cta: '\n\n', tags: isInLine ? ' ' : '\n\n' })], LIMIT)
}

function mostTelling(reading: Reading, opening: string, body: readonly Unit[]): Unit[] {
  const own = [reading.cta ?? '', ...reading.ownTags].filter(Boolean).join(' ')
  let left = LIMIT.max - measureText(opening, LIMIT.unit) - (own === '' ? 0 : measureText(own, LIMIT.unit) + 2)
  const ranked = body
    .map((unit, index) => ({ unit, index, worth: worthOf(unit, reading) }))
    .toSorted((a, b) => b.worth - a.worth || a.index - b.index)
  const kept = new Set<Unit>()
  for (const { unit } of ranked) {
    const length = measureText(unit.text, LIMIT.unit) + 1
    if (length > left) continue
    left -= length
    kept.add(unit)
  }
  return body.filter((unit) => kept.has(unit))
}

function worthOf({ text }: Unit, { language }: Reading): number {
  const kinds = text.split(/[,;]\s|\s[–—-]\s|(?<=[.!?])\s/u).map((piece) => factKind(piece, language))
  return [...new Set(kinds)].reduce((sum, kind) => sum + WORTH[kind], 0)
}
