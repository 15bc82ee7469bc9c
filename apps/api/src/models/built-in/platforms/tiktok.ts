import { CAPTION_RULES } from '@powerpost/contract'
import type { Reading } from '../analysis/read-brief.ts'
import { swipeLine } from '../media/media-wording.ts'
import { closeSentence, openSentence } from '#reading/text/casing.ts'
import { endBlocks, tagsFor } from './ending.ts'
import type { Block } from './lay-out.ts'
import { layOut } from './lay-out.ts'
import { manuscriptFor } from './manuscript.ts'
import { closingFor } from './stock.ts'

const SHORT_HOOK = 60

/** The hook, then all the rest: it is read by those who open it, and what is left out nobody learns. */
export function composeTiktok(reading: Reading): string {
  const { opening, body } = manuscriptFor(reading, 'tiktok', 'strongest-first')
  const note = swipeLine(reading) ?? closingFor(reading, 'tiktok', opening)
  const isFollowed = body.length > 0 || (note !== undefined && note !== closeSentence(opening))
  // A short hook stands alone on its line.
  const isAlone = opening.length <= SHORT_HOOK && body.length > 1
  const blocks: Block[] = [
    { text: isFollowed ? closeSentence(opening) : openSentence(opening), gap: '\n\n', rank: 0, role: 'opening' },
    ...body.map((unit, index): Block => {
      const before = body[index - 1]
      const isApart = unit.kind === 'lines' || before?.kind === 'lines' || (index === 0 && isAlone)
      return { text: unit.text, gap: isApart ? '\n' : ' ', rank: 10 }
    }),
    ...(note && isFollowed ? [{ text: note, gap: ' ', rank: 30 } as const] : []),
  ]
  const tags = tagsFor(reading, 'tiktok', blocks.map(({ text }) => text).join(' '))
  const isInLine = reading.cta === undefined && !blocks.some(({ text }) => text.includes('\n'))
  const ending = endBlocks(reading, tags, { cta: '\n', tags: isInLine ? ' ' : '\n' })
  return layOut([...blocks, ...ending], CAPTION_RULES.tiktok.text)
}
