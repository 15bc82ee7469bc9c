import { CAPTION_RULES } from '@powerpost/contract'
import type { Reading } from '../analysis/read-brief.ts'
import { sameWords } from '../analysis/call-to-action.ts'
import { LEANS_ON_BEFORE } from '../analysis/hook.ts'
import { mediaDetails } from '../media/media-wording.ts'
import { closeSentence } from '#reading/text/casing.ts'
import type { Unit } from '#reading/text/units.ts'
import { endBlocks, tagsFor } from './ending.ts'
import type { Block } from './lay-out.ts'
import { layOut } from './lay-out.ts'
import type { Manuscript } from './manuscript.ts'
import { manuscriptFor } from './manuscript.ts'
import { withFactLines } from './fact-lines.ts'
import { closingFor, stockLine } from './stock.ts'
import { titleOf } from './youtube-title.ts'

const TITLE = CAPTION_RULES.youtube.title
const SHORT_TITLE = 30

/** A keyword-first title; a two-line summary, the details, the call to action and up to three hashtags. */
export function composeYoutube(reading: Reading): { title: string; description: string } {
  const { opening } = manuscriptFor(reading, 'youtube', 'strongest-first')
  const title = withoutAngles(titleOf(withFollowers(opening, reading), reading))
  return { title, description: withoutAngles(describe(reading, title)) }
}

/** `Flash sale!` says too little for a title: the sentences behind it are added while they fit. */
function withFollowers(opening: string, { units, strongest }: Reading): string {
  if (opening !== units[strongest]?.text) return opening
  let title = opening
  for (const unit of units.slice(strongest + 1)) {
    if (/[。！？]$/u.test(title) && title.length >= SHORT_TITLE / 3) break
    const longer = `${title}${/[。！？]$/u.test(title) ? '' : ' '}${unit.text}`
    if (unit.kind === 'lines' || title.length >= SHORT_TITLE || longer.length > TITLE.readsWellWithin) break
    title = longer
  }
  return title
}

function describe(reading: Reading, title: string): string {
  const { opening, body } = summaryOf(reading, title)
  const [second, ...details] = withFactLines(reading, body)
  const notes = [stockLine(reading, 'youtube'), closingFor(reading, 'youtube', opening)]
  const blocks: Block[] = [
    { text: opening, gap: '\n\n', rank: 0, role: 'opening' },
    ...(second ? [{ text: second.text, gap: '\n', rank: 5 } as const] : []),
    ...details.map((unit, index): Block => ({ text: unit.text, gap: gapOf(unit, details[index - 1]), rank: 10 })),
    ...notes.flatMap((text): Block[] => (text ? [{ text, gap: '\n\n', rank: 30 }] : [])),
  ]
  const tags = tagsFor(reading, 'youtube', blocks.map(({ text }) => text).join(' '))
  const ending = endBlocks(reading, tags, { cta: '\n\n', tags: '\n\n' })
  return layOut([...blocks, ...ending], CAPTION_RULES.youtube.text)
}

/** What the description begins with. It is read like a LinkedIn post: whole sentences, in the caller's order. */
function summaryOf(reading: Reading, title: string): Manuscript {
  if (reading.units.length > 0) return withoutTitle(manuscriptFor(reading, 'description', 'as-written'), reading, title)
  const details = mediaDetails(reading)
  const name = reading.fileTitle && closeSentence(reading.fileTitle)
  if (name && details) return { opening: name, body: [{ text: details, kind: 'sentence', paragraph: 0 }] }
  return { opening: details ?? name ?? (reading.cta ? '' : title), body: [] }
}

/** What the title says in full is not said again, where something else follows. */
function withoutTitle({ opening, body }: Manuscript, { units, greeting }: Reading, title: string): Manuscript {
  const [next, ...rest] = body
  const isSaid = greeting === undefined && opening === units[0]?.text && sameWords(opening, title)
  if (!isSaid || next?.kind !== 'sentence' || LEANS_ON_BEFORE.test(next.text)) return { opening, body }
  return { opening: next.text, body: rest }
}

function gapOf(unit: Unit, before: Unit | undefined): Block['gap'] {
  if (unit.kind === 'lines') return '\n'
  if (before === undefined || before.kind === 'lines' || before.paragraph !== unit.paragraph) return '\n\n'
  return ' '
}

/** YouTube refuses `<` and `>`: arrows become arrows, the rest their look-alikes. */
function withoutAngles(text: string): string {
  return text.replace(/<-/gu, '←').replace(/->|=>/gu, '→').replaceAll('<', '‹').replaceAll('>', '›')
}
