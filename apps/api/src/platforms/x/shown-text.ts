import type { ListedPost } from './wire.ts'

/**
 * Whether X shows a text so. X puts its own short links in place of addresses and names the real ones apart, adds one for the
 * media at the end, escapes three characters, and drops spaces at both ends:
 * https://docs.x.com/x-api/fundamentals/data-dictionary
 */
export function isShownAs(content: string, post: Pick<ListedPost, 'text' | 'entities'>): boolean {
  return normalize(content) === normalize(unescape(expandLinks(post)))
}

/** In the address of a post's own media: `https://x.com/name/status/1/photo/1`. */
const MEDIA_ADDRESS = /\/status\/\d+\/(?:photo|video)\/\d+$/

function expandLinks({ text, entities }: Pick<ListedPost, 'text' | 'entities'>): string {
  let expanded = text
  for (const { url, expanded_url = url, media_key } of entities?.urls ?? []) {
    const isMedia = media_key !== undefined || MEDIA_ADDRESS.test(expanded_url)
    expanded = expanded.replaceAll(url, () => (isMedia ? '' : escape(expanded_url)))
  }
  // The media's link is not always among the named ones.
  return expanded.replace(/\s*https:\/\/t\.co\/\w+$/, '')
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

/** A link may gain a scheme or a last slash, and spaces fall together. */
function normalize(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/https?:\/\//gi, '')
    .replaceAll(/\/(?=\s|$)/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
