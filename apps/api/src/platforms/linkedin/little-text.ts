import { findHashtags } from '@powerpost/contract'

/**
 * Who is mentioned: the words of the text behind an `@`, and LinkedIn's id of the member or the organization.
 */
export interface Mention {
  readonly name: string
  readonly urn: string
}

/**
 * Characters with a meaning in LinkedIn's "little text". One that is not escaped ends the post in silence:
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/little-text-format
 */
const RESERVED = /[\\|{}@[\]()<>#*_~]/g

const escape = (text: string): string => text.replaceAll(RESERVED, String.raw`\$&`)

interface Element {
  readonly start: number
  readonly end: number
  readonly written: string
}

/** A text as LinkedIn takes it: hashtags and mentions as elements, everything else escaped. */
export function toLittleText(text: string, mentions: readonly Mention[] = []): string {
  let written = ''
  let at = 0
  for (const element of [...findMentions(text, mentions), ...toHashtags(text)].toSorted((a, b) => a.start - b.start)) {
    if (element.start < at) continue
    written += escape(text.slice(at, element.start)) + element.written
    at = element.end
  }
  return written + escape(text.slice(at))
}

function toHashtags(text: string): Element[] {
  // A template has the common sign: one with the wide sign of East Asian scripts stays as it was written.
  const tags = findHashtags(text, 'linkedin').filter(({ tag }) => tag.startsWith('#'))
  return tags.map(({ tag, start }) => {
    return { start, end: start + tag.length, written: String.raw`{hashtag|\#|${escape(tag.slice(1))}}` }
  })
}

/** Where a text has `@` and a name that is to be a mention; of two names that fit, the longer one. */
function findMentions(text: string, mentions: readonly Mention[]): Element[] {
  const longestFirst = mentions.toSorted((a, b) => b.name.length - a.name.length)
  return Array.from(text.matchAll(/@/g)).flatMap(({ index: start }): Element[] => {
    const mention = longestFirst.find(({ name }) => text.startsWith(name, start + 1))
    if (!mention) return []
    const { name, urn } = mention
    return [{ start, end: start + 1 + name.length, written: `@[${escape(name)}](${urn})` }]
  })
}

const ELEMENTS = /\{hashtag\|\\?#\|((?:\\.|[^\\}])*)\}|@\[((?:\\.|[^\\\]])*)\]\([^)]*\)|\\(.)/gsu

/** The text that a little text shows. A mention is shown by its name, a hashtag with its sign. */
export function readLittleText(little: string): string {
  return little.replaceAll(ELEMENTS, (_, tag?: string, name?: string, escaped?: string) => {
    if (tag !== undefined) return `#${readLittleText(tag)}`
    if (name !== undefined) return `@${readLittleText(name)}`
    return escaped ?? ''
  })
}
