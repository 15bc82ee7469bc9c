import type { WritingRules } from '#reading/rules/writing-rules.ts'

/** The rules of the request's controls, the brand profile and the style, a line each; none: there are none. */
export function describeWishes(rules: WritingRules = {}): string[] {
  const { hashtags, fixedHashtags, bannedHashtags, fixedWords, bannedWords, emoji, maxLength } = rules
  const line = (value: unknown, text: string) => (value === undefined ? [] : [text])
  return [
    ...line(rules.language, `Write in ${languageOf(rules)}.`),
    ...line(rules.tone, `Tone: ${rules.tone}`),
    ...line(rules.audience, `Audience: ${rules.audience}`),
    ...line(rules.length, `Length: ${rules.length}.`),
    ...line(maxLength, `At most ${maxLength?.max} ${maxLength?.unit}.`),
    ...line(emoji, EMOJI[emoji ?? 'few']),
    ...line(hashtags, `Hashtags: ${range(hashtags)}, as far as the platform allows.`),
    ...line(fixedHashtags, `Every caption has the hashtags ${fixedHashtags?.join(' ')}.`),
    ...line(bannedHashtags, `No caption has the hashtags ${bannedHashtags?.join(' ')}.`),
    ...line(fixedWords, `Every caption says: ${quote(fixedWords)}.`),
    ...line(bannedWords, `No caption says: ${quote(bannedWords)}, in no form.`),
    ...(rules.exclamationMarks === false ? ['No exclamation marks.'] : []),
    ...(rules.questions === false ? ['No questions.'] : []),
    ...(rules.links === false ? ['No links.'] : []),
    ...(rules.mentions === false ? ['No handles.'] : []),
    ...line(rules.opening, `Begin with: ${rules.opening}`),
    ...line(rules.ending, `End, before the hashtags, with: ${rules.ending}`),
    ...line(rules.minLength, `At least ${rules.minLength?.min} ${rules.minLength?.unit}.`),
    ...line(rules.emojiCount, `Emoji: ${range(rules.emojiCount)}.`),
    ...line(rules.hashtagCasing, 'Hashtags in lower case.'),
    ...line(rules.bannedSigns, `None of the signs ${rules.bannedSigns?.join(' ')}`),
    ...line(rules.beginsWith, `Begin with ${rules.beginsWith === 'emoji' ? 'an emoji' : 'a question'}.`),
    ...line(rules.endsWith, 'End with a question.'),
    ...line(rules.spelling, `Spelling: ${rules.spelling}.`),
    ...line(rules.casing, CASING[rules.casing ?? 'sentence']),
    ...line(rules.layout, LAYOUT[rules.layout ?? 'paragraph']),
    ...line(rules.person, PERSON[rules.person ?? 'we']),
  ]
}

/** `Brazilian Portuguese (pt-BR)`. */
function languageOf({ language = 'en', languageTag = language }: WritingRules): string {
  try {
    return `${NAMES.of(languageTag) ?? languageTag} (${languageTag})`
  } catch {
    return `the language ${languageTag}`
  }
}

const NAMES = new Intl.DisplayNames('en', { type: 'language' })

const EMOJI = { none: 'No emoji.', few: 'At most three emoji in a caption.', many: 'Emoji in every caption.' }
const CASING = { sentence: 'No words in capitals.', lower: 'No capitals at all.', upper: 'Capitals only.' }
const LAYOUT = { list: 'As a list.', lines: 'A line for each sentence.', paragraph: 'One paragraph.' }
const PERSON = {
  i: 'The author speaks as "I".',
  we: 'The brand speaks as "we".',
  they: 'The brand is spoken of as "they".',
}

function range({ min, max }: { readonly min?: number; readonly max?: number } = {}): string {
  if (min !== undefined && max !== undefined) return min === max ? `exactly ${max}` : `${min} to ${max}`
  return max === undefined ? `at least ${min}` : `at most ${max}`
}

function quote(words: readonly string[] = []): string {
  return words.map((word) => `"${word}"`).join(', ')
}
