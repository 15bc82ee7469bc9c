import { findUrls } from './x/find-urls.ts'

/** A hashtag, with its sign, and where it begins in UTF-16 code units. */
export interface HashtagSpan {
  readonly tag: string
  readonly start: number
}

const HASHTAG = /(?<![\p{L}\p{M}\p{N}_&/])[#＃](?=[\p{N}_]*[\p{L}\p{M}])[\p{L}\p{M}\p{N}_]+/gu

/** The hashtags of a text, as platforms see them: not `#1`, not `C#`, not the fragment of a link. */
export function findHashtags(text: string): HashtagSpan[] {
  const urls = findUrls(text)
  return [...text.matchAll(HASHTAG)]
    .filter(({ index }) => !urls.some((url) => index >= url.start && index < url.end))
    .map((match) => ({ tag: match[0], start: match.index }))
}
