import type { Language } from '../language/stop-words.ts'
import ar from './words/ar.json' with { type: 'json' }
import cs from './words/cs.json' with { type: 'json' }
import da from './words/da.json' with { type: 'json' }
import fi from './words/fi.json' with { type: 'json' }
import hu from './words/hu.json' with { type: 'json' }
import no from './words/no.json' with { type: 'json' }
import ro from './words/ro.json' with { type: 'json' }
import sv from './words/sv.json' with { type: 'json' }
import de from './words/de.json' with { type: 'json' }
import el from './words/el.json' with { type: 'json' }
import en from './words/en.json' with { type: 'json' }
import es from './words/es.json' with { type: 'json' }
import fr from './words/fr.json' with { type: 'json' }
import he from './words/he.json' with { type: 'json' }
import hi from './words/hi.json' with { type: 'json' }
import id from './words/id.json' with { type: 'json' }
import it from './words/it.json' with { type: 'json' }
import ja from './words/ja.json' with { type: 'json' }
import ko from './words/ko.json' with { type: 'json' }
import nl from './words/nl.json' with { type: 'json' }
import pl from './words/pl.json' with { type: 'json' }
import pt from './words/pt.json' with { type: 'json' }
import ru from './words/ru.json' with { type: 'json' }
import th from './words/th.json' with { type: 'json' }
import tr from './words/tr.json' with { type: 'json' }
import uk from './words/uk.json' with { type: 'json' }
import vi from './words/vi.json' with { type: 'json' }
import zh from './words/zh.json' with { type: 'json' }

/**
 * How one language speaks to a writer. Each entry is the source of a regular expression, in any case; `{X}` stands for a noun, the
 * group `what` for what is spoken of.
 */
export interface BriefWords {
  /** Words of politeness, and what joins an order to what stands before it. */
  readonly polite: string
  readonly joins: string
  /** Verbs that ask for a piece, names of pieces, and what leads to its subject. */
  readonly write: string
  readonly piece: string
  readonly about: string
  /** Other beginnings of an order, before its subject; and ends behind it, where verbs come last. */
  readonly frames: readonly string[]
  readonly frameEnds: readonly string[]
  /** A wish to pass on, and the words to pass it on in. */
  readonly wishes: readonly (readonly string[])[]
  readonly secrets: readonly string[]
  /** Before, or behind, what is to be mentioned. */
  readonly mentions: readonly string[]
  readonly mentionEnds: readonly string[]
  readonly hashtags: string
  readonly emoji: string
  readonly exclamation: string
  readonly questions: string
  readonly links: string
  readonly without: readonly string[]
  /** Characters, words and sentences. */
  readonly units: readonly string[]
  readonly most: string
  /** Whole orders that only a writer understands: tone, length, person. */
  readonly keep: readonly string[]
  /** Orders to make readers do something. */
  readonly closeasks: readonly string[]
  /** Orders to forget orders. */
  readonly attack: readonly string[]
  /** Names of fields, by what they hold. */
  readonly labels: Readonly<Record<LabelRole, string>>
  /** Nouns of what is kept secret, by the form that it has in a text. */
  readonly kinds: Readonly<Record<SecretKind, string>>
}

export type LabelRole =
  | 'text'
  | 'cta'
  | 'tone'
  | 'audience'
  | 'hashtags'
  | 'length'
  | 'language'
  | 'avoid'
  | 'mention'
  | 'drop'
export type SecretKind = 'price' | 'discount' | 'date' | 'name' | 'place'

const WORDS: Readonly<Partial<Record<Language, BriefWords>>> = {
  ar,
  cs,
  da,
  fi,
  hu,
  no,
  ro,
  sv,
  de,
  el,
  en,
  es,
  fr,
  he,
  hi,
  id,
  it,
  ja,
  ko,
  nl,
  pl,
  pt,
  ru,
  th,
  tr,
  uk,
  vi,
  zh,
}

/** The words of a language; English ones where it is not known, for what is half English. */
export function wordsOf(language: Language): BriefWords {
  return WORDS[language] ?? en
}
