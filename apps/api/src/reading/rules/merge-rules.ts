import type { WritingRules } from './writing-rules.ts'

type ListRule = 'fixedHashtags' | 'bannedHashtags' | 'fixedWords' | 'bannedWords' | 'bannedSigns'

/**
 * One set of rules from several, the highest first: brief and change, then request controls and brand, then the style. Of
 * what only one can hold, the highest holds; lists are joined, but what a higher one bans or has no room for is not fixed by
 * a lower one.
 */
export function mergeRules(...layers: readonly (WritingRules | undefined)[]): WritingRules {
  return layers.reduce<WritingRules>((higher, lower) => (lower ? mergeTwo(higher, lower) : higher), {})
}

const SIZES: ReadonlySet<string> = new Set(['maxLength', 'length'])

function mergeTwo(higher: WritingRules, lower: WritingRules): WritingRules {
  const isBanned = (value: string, bans: readonly string[] | undefined) => includes(bans, value)
  const fixedTags = without(lower.fixedHashtags, (tag) => isBanned(tag, higher.bannedHashtags))
  const lists: Readonly<Record<ListRule, readonly string[]>> = {
    fixedHashtags: joined(higher.fixedHashtags, higher.hashtags?.max === 0 ? [] : fixedTags),
    bannedHashtags: joined(
      higher.bannedHashtags,
      without(lower.bannedHashtags, (tag) => isBanned(tag, higher.fixedHashtags)),
    ),
    fixedWords: joined(
      higher.fixedWords,
      without(lower.fixedWords, (word) => isBanned(word, higher.bannedWords)),
    ),
    bannedSigns: joined(higher.bannedSigns, lower.bannedSigns ?? []),
    bannedWords: joined(
      higher.bannedWords,
      without(lower.bannedWords, (word) => isBanned(word, higher.fixedWords)),
    ),
  }
  // What a higher layer says of length in either way settles it.
  const isSized = higher.maxLength !== undefined || higher.length !== undefined
  const merged = { ...lower, ...higher, ...lists }
  const isRuled = ([rule, value]: readonly [string, unknown]) =>
    !(isSized && SIZES.has(rule) && !(rule in higher)) && !(Array.isArray(value) && value.length === 0)
  return Object.fromEntries(Object.entries(merged).filter(isRuled))
}

function joined(one: readonly string[] = [], other: readonly string[]): readonly string[] {
  return [...one, ...other.filter((value) => !includes(one, value))]
}

function without(values: readonly string[] = [], isLeftOut: (value: string) => boolean): readonly string[] {
  return values.filter((value) => !isLeftOut(value))
}

function includes(values: readonly string[] = [], value: string): boolean {
  return values.some((other) => other.toLowerCase() === value.toLowerCase())
}
