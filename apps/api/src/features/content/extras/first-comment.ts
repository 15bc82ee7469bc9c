import type { PlatformCaption } from '#models/port.ts'
import { findHashtags, findUrls } from '@powerpost/contract'

/** Platforms whose hashtags and links do better in a comment than in the text, in order: the first caption that has some gives the comment. */
const ORDER = ['instagram', 'linkedin', 'facebook', 'tiktok', 'youtube', 'x'] as const

/** A comment by rules: the link of the captions, and the hashtags of one. Undefined: there are neither. */
export function composeFirstComment(
  captions: readonly PlatformCaption[],
  ctaText: string | undefined,
): string | undefined {
  const inOrder = captions.toSorted((a, b) => ORDER.indexOf(a.platform) - ORDER.indexOf(b.platform))
  const texts = inOrder.map(({ platform, caption }) => ({
    platform,
    text: typeof caption === 'string' ? caption : caption.description,
  }))
  const links = [...texts.map(({ text }) => text), ctaText ?? ''].flatMap((text) => {
    const [first] = findUrls(text)
    return first ? [text.slice(first.start, first.end)] : []
  })
  const tags = texts
    .map(({ platform, text }) => findHashtags(text, platform).map(({ tag }) => tag))
    .find((of) => of.length > 0)
  const parts = [links[0], tags?.join(' ')].filter((part) => part !== undefined && part !== '')
  return parts.length > 0 ? parts.join('\n\n') : undefined
}
