import type { PlatformCaption } from '#models/port.ts'
import { splitAtCallToAction } from '../../call-to-action.ts'
import { splitTags } from '../../rules/index.ts'

/** Remembers the words of captions, to find those that say the same as others. */
export interface SameWords {
  /**
   * Takes a caption in, and tells whether it is one too many with the same words: of one pair of platforms nothing is said.
   * One that is refused is not taken in.
   */
  take(caption: PlatformCaption): boolean
}

/** Hashtags, the call to action, signs and capitals aside. */
export function createSameWords(ctaText: string | undefined): SameWords {
  const seen = new Map<string, number>()
  let pairs = 0
  return {
    take(caption) {
      const words = wordsOf(caption, ctaText)
      const times = seen.get(words) ?? 0
      if (pairs + times > 1) return false
      pairs += times
      seen.set(words, times + 1)
      return true
    },
  }
}

function wordsOf({ platform, caption }: PlatformCaption, ctaText: string | undefined): string {
  const text = typeof caption === 'string' ? caption : caption.description
  const words = ctaText === undefined ? text : splitAtCallToAction(text, ctaText).join(' ')
  return splitTags(words, platform)
    .body.replace(/[\p{P}\p{S}\s]+/gu, ' ')
    .toLowerCase()
    .trim()
}
