import { splitAtCallToAction } from '../call-to-action.ts'

/** Puts what a rule wants before the words. */
export function withOpening(body: string, opening: string | undefined): string {
  return opening === undefined || body.startsWith(opening) ? body : `${opening} ${body}`
}

/** Puts what a rule wants behind the words, before the call to action where that is last. */
export function withEnding(body: string, ending: string | undefined, ctaText: string | undefined): string {
  if (ending === undefined || ending === ctaText) return body
  const { words, last } = splitLast(body, ctaText)
  if (words.endsWith(ending)) return body
  // Elsewhere it is moved, not said twice.
  const moved = words
    .split('\n')
    .filter((line) => line.trim() !== ending)
    .join('\n')
    .trim()
  return [moved, ending, last].filter(Boolean).join('\n\n')
}

function splitLast(body: string, ctaText: string | undefined): { words: string; last: string } {
  if (ctaText === undefined) return { words: body, last: '' }
  const pieces = splitAtCallToAction(body, ctaText)
  const behind = pieces.at(-1)?.trim() ?? ''
  return pieces.length < 2 || behind !== ''
    ? { words: body, last: '' }
    : { words: pieces.slice(0, -1).join(ctaText).trimEnd(), last: ctaText }
}
