import { CAPTION_RULES } from '@powerpost/contract'
import { findLinks } from '#reading/text/find-links.ts'
import type { Reading } from '../analysis/read-brief.ts'
import type { Unit } from '#reading/text/units.ts'
import { endBlocks, isStoryOnly, tagsFor } from './ending.ts'
import type { Block } from './lay-out.ts'
import { layOut } from './lay-out.ts'
import { manuscriptFor } from './manuscript.ts'
import { closingFor, stockLine } from './stock.ts'

const FOUND_TAGS = 1

/** All of it in the caller's paragraphs, the link last, hardly a hashtag. A story is its first sentence. */
export function composeFacebook(reading: Reading): string {
  const { opening, body } = manuscriptFor(reading, 'facebook', 'as-written')
  const isStory = isStoryOnly(reading, 'facebook')
  const kept = isStory ? [] : linksLast(body)
  const notes = isStory ? [] : [stockLine(reading, 'facebook'), closingFor(reading, 'facebook', opening)]
  // Behind a list or an address, a line of its own.
  const last = kept.at(-1)
  const isClosed =
    last?.kind !== 'lines' && /[.!?…。！？;:\p{Extended_Pictographic}\ufe0f]["'”’»)]*$/u.test(last?.text ?? opening)
  const blocks: Block[] = [
    { text: opening, gap: '\n\n', rank: 0, role: 'opening' },
    ...kept.map((unit, index): Block => {
      const before = kept[index - 1]
      const isApart = unit.kind === 'lines' || before?.kind === 'lines'
      const isNew = before !== undefined && before.paragraph !== unit.paragraph
      return { text: unit.text, gap: isApart ? '\n' : isNew ? '\n\n' : ' ', rank: 10 }
    }),
    ...notes.flatMap((text): Block[] => (text ? [{ text, gap: isClosed ? ' ' : '\n\n', rank: 30 }] : [])),
  ]
  const text = blocks.map((block) => block.text).join(' ')
  // A link is to be the last thing seen, and a lone sentence speaks for itself; the caller's own hashtags stay.
  const hasLink = findLinks(`${text}\n${reading.cta ?? ''}`).length > 0
  const tags = tagsFor(reading, 'facebook', text, hasLink || blocks.length === 1 ? 0 : FOUND_TAGS)
  return layOut([...blocks, ...endBlocks(reading, tags, { cta: '\n', tags: '\n\n' })], CAPTION_RULES.facebook.text)
}

function linksLast(units: readonly Unit[]): Unit[] {
  // In a text of paragraphs a link belongs to its own.
  if (new Set(units.map(({ paragraph }) => paragraph)).size > 1) return [...units]
  const hasLink = (unit: Unit) => unit.kind === 'sentence' && findLinks(unit.text).length > 0
  return [...units.filter((unit) => !hasLink(unit)), ...units.filter(hasLink)]
}
