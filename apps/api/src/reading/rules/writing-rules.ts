/** How a length is to be, where no number is named. */
export type RoughLength = 'short' | 'medium' | 'long'

/** How much emoji: none at all, at most a few, or some in every caption. */
export type EmojiAmount = 'none' | 'few' | 'many'

/** A most length, in what a person counts. */
export interface MostLength {
  readonly max: number
  /** `characters`: UTF-16 code units, hashtags and call to action included. */
  readonly unit: 'characters' | 'words' | 'sentences'
}

/** A least length, counted as `MostLength`, hashtags not included. */
export interface LeastLength {
  readonly min: number
  readonly unit: MostLength['unit']
}

/**
 * Rules of how captions are written that can be checked by code, and the few that only a writer can follow. They come from a
 * brief, a change, request controls, a brand profile or a writing style, and mean the same wherever they come from. What is
 * absent is not ruled.
 */
export interface WritingRules {
  /** How many hashtags a caption has, fixed ones included. A call to action is not counted. */
  readonly hashtags?: { readonly min?: number; readonly max?: number }
  /** Hashtags that every caption has, with their sign. */
  readonly fixedHashtags?: readonly string[]
  readonly bannedHashtags?: readonly string[]
  /** Words or phrases that must stand in every caption, in any case. */
  readonly fixedWords?: readonly string[]
  /** Words or phrases that stand in no caption, in any case, alone or in a hashtag. */
  readonly bannedWords?: readonly string[]
  readonly emoji?: EmojiAmount
  /** The same in numbers. */
  readonly emojiCount?: { readonly min?: number; readonly max?: number }
  readonly hashtagCasing?: 'lower'
  /** Signs that stand in no caption, as they are written. */
  readonly bannedSigns?: readonly string[]
  /** How the words begin and end. Code finds it, and cannot write it. */
  readonly beginsWith?: 'question' | 'emoji'
  readonly endsWith?: 'question'
  readonly spelling?: 'british' | 'american'
  /** Whether exclamation marks, questions to readers, links and handles may stand in it. */
  readonly exclamationMarks?: boolean
  readonly questions?: boolean
  readonly links?: boolean
  readonly mentions?: boolean
  /** What the words begin with, and end with before the hashtags: a slogan, a signature. */
  readonly opening?: string
  readonly ending?: string
  /** `sentence`: no words in capitals. `lower`: no capitals. `upper`: nothing else. */
  readonly casing?: 'sentence' | 'lower' | 'upper'
  readonly maxLength?: MostLength
  readonly minLength?: LeastLength
  readonly length?: RoughLength
  /** As a list, or in lines of a sentence each, or in one paragraph. */
  readonly layout?: 'list' | 'lines' | 'paragraph'
  /** Primary subtag of BCP 47, in lower case. */
  readonly language?: string
  /** The same with its script and region, as it was asked for: only a model can follow it. */
  readonly languageTag?: string
  /** Spoken of as `I` or as `we`. Only a model can follow it. */
  readonly person?: 'i' | 'we' | 'they'
  /** For a writer: code can neither check nor follow them. */
  readonly tone?: string
  readonly audience?: string
}
