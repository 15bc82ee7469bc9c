import type { Language } from '#reading/language/stop-words.ts'
import ar from './ar.json' with { type: 'json' }
import de from './de.json' with { type: 'json' }
import el from './el.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }
import es from './es.json' with { type: 'json' }
import fr from './fr.json' with { type: 'json' }
import he from './he.json' with { type: 'json' }
import hi from './hi.json' with { type: 'json' }
import id from './id.json' with { type: 'json' }
import it from './it.json' with { type: 'json' }
import ja from './ja.json' with { type: 'json' }
import ko from './ko.json' with { type: 'json' }
import nl from './nl.json' with { type: 'json' }
import pl from './pl.json' with { type: 'json' }
import pt from './pt.json' with { type: 'json' }
import ru from './ru.json' with { type: 'json' }
import sv from './sv.json' with { type: 'json' }
import tr from './tr.json' with { type: 'json' }
import uk from './uk.json' with { type: 'json' }
import vi from './vi.json' with { type: 'json' }
import zh from './zh.json' with { type: 'json' }

const LISTS: Readonly<Partial<Record<Language, { readonly topics: string }>>> = {
  ar,
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
  sv,
  tr,
  uk,
  vi,
  zh,
}

const sets = new Map<Language, ReadonlySet<string>>()

/** Words of a language that people follow as hashtags: what a post may be about. Lower case; none for a language without a list. */
export function topicsOf(language: Language): ReadonlySet<string> {
  const known = sets.get(language)
  if (known) return known
  const made = new Set((LISTS[language]?.topics ?? '').split(' '))
  sets.set(language, made)
  return made
}
