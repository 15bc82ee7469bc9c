import type { Language } from '../language/stop-words.ts'
import type { BriefWords, LabelRole, SecretKind } from './brief-words.ts'
import { wordsOf } from './brief-words.ts'

type Noun = 'hashtags' | 'emoji' | 'exclamation' | 'questions' | 'links'

/** The words of one language as patterns. */
export interface BriefPatterns {
  readonly isUnspaced: boolean
  /** Leads a clause, and says nothing. */
  readonly lead: RegExp
  readonly frames: readonly RegExp[]
  readonly frameEnds: readonly RegExp[]
  readonly wishes: readonly { readonly pattern: RegExp; readonly words: string }[]
  readonly secrets: readonly RegExp[]
  readonly mentions: readonly RegExp[]
  readonly mentionEnds: readonly RegExp[]
  readonly without: Readonly<Record<Noun, RegExp>>
  readonly nouns: Readonly<Record<Noun, RegExp>>
  readonly units: readonly RegExp[]
  readonly most: RegExp
  readonly keep: readonly RegExp[]
  readonly closeasks: readonly RegExp[]
  readonly attack: readonly RegExp[]
  /** Asks for a piece, somehow. */
  readonly order: RegExp
  readonly label: RegExp
  readonly roles: readonly (readonly [LabelRole, RegExp])[]
  readonly kinds: Readonly<Record<SecretKind, RegExp>>
  /** Where an order may be hung on to a sentence. */
  readonly seam: RegExp
}

const UNSPACED: ReadonlySet<string> = new Set(['ja', 'zh', 'th'])
const cache = new Map<Language, BriefPatterns>()

/** The patterns of a language, made once. */
export function patternsOf(language: Language): BriefPatterns {
  const known = cache.get(language)
  if (known) return known
  const made = compile(wordsOf(language), UNSPACED.has(language))
  cache.set(language, made)
  return made
}

/** What leads to something that is left out, in any language. */
const OUT = 'without|ohne|sans|sin|sem|senza|zonder|bez|без|χωρίς|בלי|مدون|بدون|tanpa|mà không|बिना'
const END_OF_WORD = String.raw`(?!(?<=[\p{L}\p{M}])[\p{L}\p{M}])`

function compile(words: BriefWords, isUnspaced: boolean): BriefPatterns {
  const end = isUnspaced ? '' : END_OF_WORD
  const whole = (source: string) => new RegExp(`^(?:${source})$`, 'iu')
  const begin = (source: string) => new RegExp(`^(?:${source})${end}[\\s:：,،]*`, 'iu')
  const word = (source: string) =>
    new RegExp(`${isUnspaced ? '' : String.raw`(?<![\p{L}\p{M}])`}(?:${source})${end}`, 'iu')
  const byNoun = (make: (source: string) => RegExp): Record<Noun, RegExp> => ({
    hashtags: make(words.hashtags),
    emoji: make(words.emoji),
    exclamation: make(words.exclamation),
    questions: make(words.questions),
    links: make(words.links),
  })
  const some = isUnspaced ? String.raw`[^。，、:：]{0,14}?` : String.raw`(?:[\s,]+[^\s.!?:,]+){0,6}?[\s,]*`
  const frame = `(?:${words.write})${end}${some}(?:${words.piece})${end}(?:${some}(?:${words.about})|${some}[:：]|\\s*[–—-])`
  const { labels, kinds } = words
  const roles = LABEL_ROLES.map((role) => [role, labels[role]] as const)
  const names = roles.map(([, source]) => source).join('|')
  return {
    isUnspaced,
    lead: new RegExp(`^(?:(?:${words.joins}|${words.polite})${end}[\\s,،、，!]*)+`, 'iu'),
    frames: [begin(frame), ...words.frames.map(begin)],
    frameEnds: words.frameEnds.map((source) => new RegExp(`${isUnspaced ? '' : String.raw`\s*`}(?:${source})$`, 'iu')),
    wishes: words.wishes.map(([source = '', said = '']) => ({ pattern: whole(source), words: said })),
    secrets: words.secrets.map(whole),
    mentions: words.mentions.filter((source) => source.length > 16).map(begin),
    mentionEnds: words.mentionEnds.map((source) => new RegExp(`(?:${source})$`, 'iu')),
    without: byNoun((noun) => word(words.without.map((source) => source.replaceAll('{X}', `(?:${noun})`)).join('|'))),
    nouns: byNoun(word),
    units: words.units.map((source) => new RegExp(`(\\d{1,4})\\s*(?:${source})`, 'iu')),
    most: word(words.most),
    keep: words.keep.map(whole),
    closeasks: words.closeasks.map(whole),
    attack: words.attack.map((source) => new RegExp(`(?:^|[\\s,(])(?:${source})`, 'iu')),
    order: isUnspaced
      ? new RegExp(`^(?:${words.write}).*?(?:${words.piece})`, 'iu')
      : new RegExp(
          String.raw`^(?:${words.write})${end}(?!.*\sif\s)[^:.!?]{0,80}?(?<![\p{L}\p{M}])(?:${words.piece.replace('something|', '')})${end}`,
          'iu',
        ),
    label: new RegExp(`(?<=^|[\\n.;|,。；]\\s*|[-*•]\\s*)(${names})\\s*[:：=]\\s*`, 'giu'),
    roles: roles.map(([role, source]) => [role, whole(source)] as const),
    kinds: {
      price: word(kinds.price),
      discount: word(kinds.discount),
      date: word(kinds.date),
      name: word(kinds.name),
      place: word(kinds.place),
    },
    seam: isUnspaced
      ? /[，、；（(]|\s+(?=แต่|อย่า|ห้าม|ไม่ต้อง|ไม่ใช้|ไม่ใส่)/gu
      : new RegExp(`\\s*(?:[,;،](?=\\s)|[(–—])\\s*|\\s+-\\s+|\\s+(?=(?:${words.joins}|${OUT})${END_OF_WORD})`, 'giu'),
  }
}

const LABEL_ROLES: readonly LabelRole[] = [
  'text',
  'cta',
  'tone',
  'audience',
  'hashtags',
  'length',
  'language',
  'avoid',
  'mention',
  'drop',
]
