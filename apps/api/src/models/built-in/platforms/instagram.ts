import { CAPTION_RULES } from '@powerpost/contract'
import type { Reading } from '../analysis/read-brief.ts'
import { colourLine, swipeLine } from '../media/media-wording.ts'
import type { Unit } from '#reading/text/units.ts'
import { endBlocks, isStoryOnly, tagsFor } from './ending.ts'
import type { Block } from './lay-out.ts'
import { layOut } from './lay-out.ts'
import { inTwoLines, manuscriptFor } from './manuscript.ts'
import { closingFor, stockLine } from './stock.ts'
import { withFactLines } from './fact-lines.ts'

const LINES_TOGETHER = 2
const STORY_TAGS = 2

/** Hook; short lines; the call to action; the hashtags on the last line. A story is its hook. */
export function composeInstagram(reading: Reading): string {
  const { opening, body } = inTwoLines(reading, manuscriptFor(reading, 'instagram', 'strongest-first'))
  const isStory = isStoryOnly(reading, 'instagram')
  const kept = isStory ? [] : body
  const notes = isStory
    ? []
    : [
        stockLine(reading, 'instagram'),
        swipeLine(reading) ?? '',
        colourLine(reading),
        closingFor(reading, 'instagram', opening),
      ]
  const blocks: Block[] = [
    { text: opening, gap: '\n\n', rank: 0, role: 'opening' },
    ...shortLines(withFactLines(reading, kept)),
    ...notes.flatMap((text): Block[] => (text && text !== opening ? [{ text, gap: '\n\n', rank: 30 }] : [])),
  ]
  const tags = tagsFor(reading, 'instagram', blocks.map(({ text }) => text).join(' '), isStory ? STORY_TAGS : undefined)
  const ending = endBlocks(reading, tags, { cta: ctaGap(reading), tags: '\n\n' })
  return layOut([...blocks, ...ending], CAPTION_RULES.instagram.text)
}

/** Every sentence a line, two lines together; the caller's own paragraphs stay apart. */
function shortLines(units: readonly Unit[]): Block[] {
  let together = 0
  return units.map((unit, index) => {
    const before = units[index - 1]
    const joins = before?.paragraph === unit.paragraph && together < LINES_TOGETHER
    together = joins ? together + 1 : 1
    return { text: unit.text, gap: joins ? '\n' : '\n\n', rank: 10 }
  })
}

// A hand points at a call to action that is words; not at one with signs of its own, nor against the way it is read.
function ctaGap({ mayUseEmoji, cta }: Reading): Block['gap'] {
  const isPlain =
    cta !== undefined &&
    /^[\p{L}\p{N}]/u.test(cta) &&
    !/[\p{Script=Arabic}\p{Script=Hebrew}\p{Extended_Pictographic}]/u.test(cta)
  return mayUseEmoji && isPlain ? '\n\n👉 ' : '\n\n'
}
