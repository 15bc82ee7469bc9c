import type { Platform } from '@powerpost/contract'
import { CAPTION_RULES } from '@powerpost/contract'
import { sameWords } from '../analysis/call-to-action.ts'
import type { Reading } from '../analysis/read-brief.ts'
import { listHashtags } from '#reading/text/protected-spans.ts'
import type { Block } from './lay-out.ts'

const NOTICE_TAGS = 2

/** The hashtags to put behind a text that may hold some already: the caller's own first, then at most `most` found. */
export function tagsFor(reading: Reading, platform: Platform, text: string, most?: number): string[] {
  const best = CAPTION_RULES[platform].hashtags.best
  const written = listHashtags(`${text}\n${reading.cta ?? ''}`, platform)
  const own = reading.ownTags.filter((tag) => !written.includes(tag)).slice(0, Math.max(0, best[1] - written.length))
  // Sad news is not there to be found by.
  if (reading.kind === 'sad') return own
  const free = Math.min(
    reading.kind === 'notice' ? NOTICE_TAGS : Infinity,
    most ?? best[1],
    best[1] - written.length - own.length,
  )
  // Where hashtags are not expected, one that only says the text again is noise.
  const found =
    best[0] === 0 ? reading.foundTags.filter((tag) => !sameWords(wordsOf(tag), wordsOf(text))) : reading.foundTags
  return [...own, ...found.slice(0, Math.max(0, free))]
}

function wordsOf(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
}

interface Gaps {
  readonly cta: Block['gap']
  readonly tags: Block['gap']
}

/** The blocks of a call to action and of the hashtags, which close every caption. */
export function endBlocks(reading: Reading, tags: readonly string[], gaps: Gaps): Block[] {
  const cta: Block[] = reading.cta ? [{ text: reading.cta, gap: gaps.cta, rank: 0, role: 'cta' }] : []
  return [...cta, ...tags.map((text, index): Block => ({ text, gap: index === 0 ? gaps.tags : ' ', rank: 20 + index }))]
}

/** Whether a platform was asked for a story and nothing else: shown for seconds, so the hook must do. */
export function isStoryOnly(reading: Reading, platform: Platform): boolean {
  const types = reading.brief.postTypes.filter((type) => type.startsWith(`${platform}-`))
  return types.length > 0 && types.every((type) => type.endsWith('-story'))
}
