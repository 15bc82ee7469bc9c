import type { Platform } from '@powerpost/contract'
import { CAPTION_RULES, findHashtags } from '@powerpost/contract'
import type { WritingRules } from '#reading/rules/writing-rules.ts'
import { limitHashtags } from '#reading/text/protected-spans.ts'
import { closeGaps } from './outside.ts'
import { findWord } from './wording.ts'

interface TagOptions {
  readonly rules: WritingRules
  readonly platform: Platform
  readonly ctaText: string | undefined
  /** Tags to choose from where too few are there, best first. */
  readonly spare: readonly string[]
}

/** Gives a text the hashtags that the rules want: banned ones go, fixed ones come, and there are neither more nor fewer. */
export function changeTags(text: string, options: TagOptions): string {
  const { rules, platform, ctaText = '', spare } = options
  if (!rulesTags(rules)) return text
  const own = new Set(findHashtags(ctaText, platform).map(({ tag }) => tag))
  const { body, tags: written } = splitTags(text, platform)
  const tags = rules.hashtagCasing === 'lower' ? written.map((tag) => tag.toLowerCase()) : written
  const isBanned = (tag: string) => !own.has(tag) && isBannedTag(tag, rules)
  const fine = tags.filter((tag) => !isBanned(tag))
  const inBody = findHashtags(body, platform).map(({ tag }) => tag)
  const fixed = (rules.fixedHashtags ?? []).filter((tag) => !has([...inBody, ...own], tag))
  const most = Math.min(rules.hashtags?.max ?? Infinity, CAPTION_RULES[platform].hashtags.max)
  const ofBody = inBody.filter((tag) => !own.has(tag)).length
  const least = Math.min(rules.hashtags?.min ?? 0, most)
  const all = [...fixed, ...fine.filter((tag) => !has(fixed, tag))]
  const wanted = Math.max(0, least - ofBody - all.length)
  const added = spare.filter((tag) => !has([...all, ...inBody], tag) && !isBanned(tag)).slice(0, wanted)
  const kept = [...all, ...added].slice(0, Math.max(0, most - ofBody))
  const words = withoutBannedTags(limitBody(body, { written: ofBody, most, own: own.size, platform }), rules, platform)
  return [words, kept.join(' ')].filter(Boolean).join('\n\n')
}

function rulesTags({ hashtags, hashtagCasing, fixedHashtags, bannedHashtags, bannedWords }: WritingRules): boolean {
  return [hashtags, hashtagCasing, fixedHashtags, bannedHashtags, bannedWords].some((rule) => rule !== undefined)
}

/** The hashtags of a caption that its rules count: without those of the call to action. */
export function countTags(text: string, platform: Platform, ctaText = ''): number {
  return findHashtags(text, platform).length - findHashtags(ctaText, platform).length
}

function isBannedTag(tag: string, { bannedHashtags, bannedWords = [] }: WritingRules): boolean {
  const name = tag
    .slice(1)
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .replaceAll('_', ' ')
  const isWord = (word: string) =>
    findWord(name, word) || name.replace(/\s/gu, '').toLowerCase() === word.replace(/[\s-]/gu, '').toLowerCase()
  return has(bannedHashtags, tag) || bannedWords.some(isWord)
}

function withoutBannedTags(body: string, rules: WritingRules, platform: Platform): string {
  const banned = findHashtags(body, platform).filter(({ tag }) => has(rules.bannedHashtags, tag))
  const kept = banned.reduceRight((text, { tag, start }) => text.slice(0, start) + text.slice(start + tag.length), body)
  return banned.length === 0 ? body : closeGaps(kept)
}

interface BodyOptions {
  readonly written: number
  readonly most: number
  readonly own: number
  readonly platform: Platform
}

function limitBody(body: string, { written, most, own, platform }: BodyOptions): string {
  return written > most ? limitHashtags(body, most + own, platform) : body
}

/** The words, and the hashtags behind them. */
export function splitTags(text: string, platform: Platform): { body: string; tags: string[] } {
  const spans = findHashtags(text, platform)
  let end = text.length
  let first = spans.length
  for (const { tag, start } of spans.toReversed()) {
    if (text.slice(start + tag.length, end).trim() !== '') break
    end = start
    first--
  }
  // A text of nothing but hashtags keeps them as its words.
  const body = text.slice(0, end).trim()
  return body === '' ? { body: text, tags: [] } : { body, tags: spans.slice(first).map(({ tag }) => tag) }
}

function has(tags: readonly string[] = [], tag: string): boolean {
  return tags.some((other) => other.toLowerCase() === tag.toLowerCase())
}
