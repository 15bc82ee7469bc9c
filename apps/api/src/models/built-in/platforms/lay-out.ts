import type { TextLimit } from '@powerpost/contract'
import { measureText } from '@powerpost/contract'
import { containsCta } from '../analysis/call-to-action.ts'
import { shorten } from '#reading/text/shorten.ts'

/** A piece of a caption. */
export interface Block {
  readonly text: string
  /** What stands between it and the block before. */
  readonly gap: '\n\n' | '\n' | ' ' | '\n\n👉 '
  /** What gives way when space is short, the highest first. The opening and the call to action are 0: they stay. */
  readonly rank: number
  readonly role?: 'opening' | 'cta'
}

/**
 * Puts blocks together within a limit: lesser blocks are left out first, then the opening is shortened.
 *
 * The call to action is never cut. Should it be longer than the platform takes by itself (on X, of many links), it is
 * left out: half of it would be worse than none.
 */
export function layOut(blocks: readonly Block[], limit: Pick<TextLimit, 'max' | 'unit'>): string {
  const fits = (text: string) => measureText(text, limit.unit) <= limit.max
  let kept = blocks.filter(({ text }) => text.trim() !== '')
  while (!fits(join(kept))) {
    const highest = Math.max(...kept.map(({ rank }) => rank))
    if (highest === 0) return shortenOpening(kept, fits)
    const last = kept.findLastIndex(({ rank }) => rank === highest)
    kept = kept.filter((_, index) => index !== last)
  }
  return join(kept)
}

function shortenOpening(blocks: readonly Block[], fits: (text: string) => boolean): string {
  const opening = blocks.find(({ role }) => role === 'opening')?.text ?? ''
  const withOpening = (text: string) =>
    join(blocks.map((block) => (block.role === 'opening' ? { ...block, text } : block)))
  const shortened = withOpening(shorten(opening, (text) => fits(withOpening(text))))
  return fits(shortened) ? shortened : shorten(opening, fits)
}

/** Joins blocks; a call to action that the words already hold is not said again. */
function join(blocks: readonly Block[]): string {
  const words = blocks.filter(({ role }) => role !== 'cta')
  const cta = blocks.find(({ role }) => role === 'cta')
  return cta && containsCta(assemble(words), cta.text) ? assemble(words) : assemble(blocks)
}

// Behind an address without a full stop the next sentence takes a line of its own.
const ENDS_OPEN = /[\p{L}\p{N}/]$/u

function assemble(blocks: readonly Block[]): string {
  let text = ''
  for (const block of blocks) {
    if (block.text === '') continue
    const gap =
      text === '' ? '' : block.gap === ' ' && ENDS_OPEN.test(text) && !/^[#＃]/u.test(block.text) ? '\n' : block.gap
    text += (gap === ' ' && isUnspaced(text, block.text) ? '' : gap) + block.text
  }
  return text
}

// Chinese and Japanese put no space behind their full stop; a hashtag needs one before it everywhere.
function isUnspaced(before: string, after: string): boolean {
  return /[。！？」』）]$/u.test(before) && !/^[#＃]/u.test(after)
}
