import { protectedSpans } from '#reading/text/protected-spans.ts'
import type { Span } from '#reading/text/span.ts'
import { splitAtCallToAction } from '../call-to-action.ts'

/** What no rule of wording may touch: the call to action, links, addresses, handles and hashtags, in their order. */
export function untouchable(text: string, ctaText: string | undefined): Span[] {
  return [...spansOf(text, ctaText), ...protectedSpans(text)].toSorted((a, b) => a.start - b.start)
}

/** Where the call to action stands in a text. */
function spansOf(text: string, ctaText: string | undefined): Span[] {
  if (ctaText === undefined) return []
  let at = 0
  return splitAtCallToAction(text, ctaText)
    .slice(0, -1)
    .map((before) => {
      const start = at + before.length
      at = start + ctaText.length
      return { start, end: at }
    })
}

/** Changes a text everywhere but in some stretches, which come in order. */
export function changeOutside(text: string, spans: readonly Span[], change: (words: string) => string): string {
  const pieces: string[] = []
  let from = 0
  for (const { start, end } of spans) {
    if (end <= from) continue
    if (start > from) pieces.push(change(text.slice(from, start)))
    pieces.push(text.slice(Math.max(from, start), end))
    from = end
  }
  return [...pieces, change(text.slice(from))].join('')
}

/** Takes the blanks off that a piece taken out of a text has left behind. */
export function closeGaps(text: string): string {
  return text
    .replace(/[^\S\n]{2,}/gu, ' ')
    .replace(/[^\S\n]+(?=[.,!?;:…]|\n|$)/gu, (blank, at: number, all: string) =>
      // French keeps its blank before a sign.
      /[!?;:]/u.test(all.charAt(at + blank.length)) && blank === '\u00a0' ? blank : '',
    )
    .replace(/\n[^\S\n]+/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
}
