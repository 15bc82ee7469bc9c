import { CAPTION_RULES } from '@powerpost/contract'
import type { Reading } from '../analysis/read-brief.ts'
import { colourLine } from '../media/media-wording.ts'
import type { Unit } from '#reading/text/units.ts'
import { endBlocks, tagsFor } from './ending.ts'
import type { Block } from './lay-out.ts'
import { layOut } from './lay-out.ts'
import { inTwoLines, manuscriptFor } from './manuscript.ts'
import { closingFor, stockLine } from './stock.ts'

const SHORT = 140
const PARAGRAPH_LENGTH = 220

/** Hook; short paragraphs with blank lines; a question; the call to action; up to three hashtags. All of the text. */
export function composeLinkedin(reading: Reading): string {
  const { opening, body } = inTwoLines(reading, manuscriptFor(reading, 'linkedin', 'as-written'))
  const notes = [
    stockLine(reading, 'linkedin'),
    reading.fileTitle && colourLine(reading),
    closingFor(reading, 'linkedin', opening),
  ]
  const blocks: Block[] = [
    { text: opening, gap: '\n\n', rank: 0, role: 'opening' },
    ...(!reading.isSober && isShort(opening, body)
      ? body.map(({ text }): Block => ({ text, gap: ' ', rank: 10 }))
      : paragraphs(body)),
    ...notes.flatMap((text): Block[] => (text ? [{ text, gap: '\n\n', rank: 30 }] : [])),
  ]
  const tags = tagsFor(reading, 'linkedin', blocks.map(({ text }) => text).join(' '))
  return layOut([...blocks, ...endBlocks(reading, tags, { cta: '\n\n', tags: '\n\n' })], CAPTION_RULES.linkedin.text)
}

// Two sentences that are read at a glance are one thought; a blank line would tear them apart.
function isShort(opening: string, body: readonly Unit[]): boolean {
  const [only, ...others] = body
  const isSingle = only?.kind === 'sentence' && only.paragraph === 0 && others.length === 0
  return isSingle && opening.length + only.text.length <= SHORT
}

/** Two short sentences make a paragraph; a list starts on the line behind its announcement. */
function paragraphs(units: readonly Unit[]): Block[] {
  let length = 0
  let count = 0
  return units.map((unit, index) => {
    const before = units[index - 1]
    const isListBehind = unit.kind === 'lines'
    const joins =
      before?.kind === 'sentence' &&
      unit.kind === 'sentence' &&
      before.paragraph === unit.paragraph &&
      count < 2 &&
      length + unit.text.length <= PARAGRAPH_LENGTH
    length = joins ? length + unit.text.length : unit.text.length
    count = joins ? count + 1 : 1
    return { text: unit.text, gap: isListBehind ? '\n\n' : joins ? ' ' : '\n\n', rank: 10 }
  })
}
