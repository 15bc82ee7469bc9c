/** What a text in LinkedIn's format comes to. */
export interface DecodedText {
  /** What people see: LinkedIn ends a post at the first character that means nothing where it stands. */
  readonly shown: string
  readonly hashtags: readonly string[]
  /** URNs. */
  readonly mentions: readonly string[]
  /** What is wrong with it. */
  readonly fault: string | undefined
}

const RESERVED = '\\|{}@[]()<>#*_~'

const HASHTAG = /^\{hashtag\|\\#\|((?:\\[\\|{}@[\]()<>#*_~]|[^\\|{}@[\]()<>#*_~])+)\}/u
const MENTION =
  /^@\[((?:\\[\\|{}@[\]()<>#*_~]|[^\\|{}@[\]()<>#*_~])+)\]\((urn:li:(?:organization:\d+|person:[\w-]+))\)/u

/**
 * Reads a text as LinkedIn's "little text", strictly by its page: plain text with every reserved character escaped, hashtags by their template,
 * mentions by their element.
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/little-text-format
 */
export function decodeLittleText(text: string): DecodedText {
  const hashtags: string[] = []
  const mentions: string[] = []
  let shown = ''
  let at = 0
  while (at < text.length) {
    const rest = text.slice(at)
    const character = rest.charAt(0)
    const hashtag = HASHTAG.exec(rest)
    const mention = MENTION.exec(rest)
    if (hashtag) {
      const tag = unescape(hashtag[1] ?? '')
      hashtags.push(tag)
      shown += `#${tag}`
      at += hashtag[0].length
    } else if (mention) {
      mentions.push(mention[2] ?? '')
      shown += `@${unescape(mention[1] ?? '')}`
      at += mention[0].length
    } else if (character === '\\') {
      const escaped = rest.charAt(1)
      if (escaped === '' || !RESERVED.includes(escaped)) return { shown, hashtags, mentions, fault: `\\${escaped}` }
      shown += escaped
      at += 2
    } else if (RESERVED.includes(character)) {
      return { shown, hashtags, mentions, fault: `${character} is not escaped` }
    } else {
      shown += character
      at += 1
    }
  }
  return { shown, hashtags, mentions, fault: undefined }
}

function unescape(text: string): string {
  return text.replaceAll(/\\(.)/gu, '$1')
}
