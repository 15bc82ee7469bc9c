import { CAPTION_RULES, measureText } from '@powerpost/contract'
import { findLinks } from '#reading/text/find-links.ts'
import type { Reading } from '../analysis/read-brief.ts'
import type { Unit } from '#reading/text/units.ts'
import { endBlocks, tagsFor } from './ending.ts'
import type { Block } from './lay-out.ts'
import { layOut } from './lay-out.ts'
import { manuscriptFor } from './manuscript.ts'
import { closingFor } from './stock.ts'

const READABLE = { regular: 200, deep: 260 } as const
const FOUND_TAGS = 1
const { text: LIMIT } = CAPTION_RULES.x

/** One claim, with the next sentences only where the whole stays short; the call to action has its space reserved. */
export function composeX(reading: Reading): string {
  const { opening, body } = manuscriptFor(reading, 'x', 'strongest-first')
  const kept = fitting(reading, opening, body)
  const link = body.find((unit) => !kept.includes(unit) && findLinks(unit.text).length > 0)
  const followers = link ? [...kept, link] : kept
  const blocks: Block[] = [
    // A colon is left hanging where the list that it announces does not fit.
    { text: followers.length === 0 ? opening.replace(/[:：]$/u, '') : opening, gap: '\n\n', rank: 0, role: 'opening' },
    ...followers.map((unit, index): Block => {
      const isApart = unit.kind === 'lines' || followers[index - 1]?.kind === 'lines'
      return { text: unit.text, gap: isApart ? '\n' : ' ', rank: unit === link ? 3 : 5 + index }
    }),
  ]
  const closing = closingFor(reading, 'x', opening)
  if (closing) blocks.push({ text: closing, gap: ' ', rank: 30 })
  const text = blocks.map((block) => block.text).join(' ')
  const tags = tagsFor(reading, 'x', text, FOUND_TAGS)
  const isInLine = reading.cta === undefined && followers.at(-1)?.kind !== 'lines'
  return layOut([...blocks, ...endBlocks(reading, tags, { cta: '\n\n', tags: isInLine ? ' ' : '\n\n' })], LIMIT)
}

function fitting(reading: Reading, opening: string, body: readonly Unit[]): Unit[] {
  const budget = READABLE[reading.brief.researchMode] - measureText(reading.cta ?? '', LIMIT.unit)
  const kept: Unit[] = []
  let length = measureText(opening, LIMIT.unit)
  for (const unit of body) {
    length += measureText(unit.text, LIMIT.unit) + 1
    if (length > budget) break
    kept.push(unit)
  }
  return kept
}
