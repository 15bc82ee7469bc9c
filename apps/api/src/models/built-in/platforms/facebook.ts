import { CAPTION_RULES } from '@powerpost/contract'
import { findLinks } from '#reading/text/find-links.ts'
import type { Reading } from '../analysis/read-brief.ts'
import type { Unit } from '#reading/text/units.ts'
import { endBlocks, isStoryOnly, tagsFor } from './ending.ts'
import type { Block } from './lay-out.ts'
import { layOut } from './lay-out.ts'
import { manuscriptFor } from './manuscript.ts'
import { selectBody } from './select-body.ts'
import { closingFor, stockLine } from './stock.ts'

const SENTENCES = { regular: 2, deep: 5 } as const
const SOON_READ = 280
const FOUND_TAGS = 1

/** One to three sentences in one paragraph, the link last, hardly a hashtag. A story is its first sentence. */
export function composeFacebook(reading: Reading): string {
  const { opening, body } = manuscriptFor(reading, 'facebook', 'as-written')
  const isStory = isStoryOnly(reading, 'facebook')
  const most = mostSentences(reading, opening, body)
  const kept = isStory ? [] : linksLast(selectBody(reading, body, most))
  const notes = isStory ? [] : [stockLine(reading, 'facebook'), closingFor(reading, 'facebook', opening)]
  // Behind a list or an address, a line of its own.
  const last = kept.at(-1)
  const isClosed =
    last?.kind !== 'lines' && /[.!?…。！？;:\p{Extended_Pictographic}\ufe0f]["'”’»)]*$/u.test(last?.text ?? opening)
  const blocks: Block[] = [
    { text: opening, gap: '\n\n', rank: 0, role: 'opening' },
    ...kept.map((unit, index): Block => {
      const isApart = unit.kind === 'lines' || kept[index - 1]?.kind === 'lines'
      return { text: unit.text, gap: isApart ? '\n' : ' ', rank: 10 }
    }),
    ...notes.flatMap((text): Block[] => (text ? [{ text, gap: isClosed ? ' ' : '\n\n', rank: 30 }] : [])),
  ]
  const text = blocks.map((block) => block.text).join(' ')
  // A link is to be the last thing seen, and a lone sentence speaks for itself; the caller's own hashtags stay.
  const hasLink = findLinks(`${text}\n${reading.cta ?? ''}`).length > 0
  const tags = tagsFor(reading, 'facebook', text, hasLink || blocks.length === 1 ? 0 : FOUND_TAGS)
  return layOut([...blocks, ...endBlocks(reading, tags, { cta: '\n', tags: '\n\n' })], CAPTION_RULES.facebook.text)
}

// What is soon read is told whole: an address or an end date left out is missed.
function mostSentences({ isSober, brief }: Reading, opening: string, body: readonly Unit[]): number {
  const length = body.reduce((sum, unit) => sum + unit.text.length, opening.length)
  return isSober || length <= SOON_READ ? body.length : SENTENCES[brief.researchMode]
}

function linksLast(units: readonly Unit[]): Unit[] {
  const hasLink = (unit: Unit) => findLinks(unit.text).length > 0
  return [...units.filter((unit) => !hasLink(unit)), ...units.filter(hasLink)]
}
