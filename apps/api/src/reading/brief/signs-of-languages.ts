import type { Language } from '../language/stop-words.ts'
import ar from './signs/ar.json' with { type: 'json' }
import cs from './signs/cs.json' with { type: 'json' }
import da from './signs/da.json' with { type: 'json' }
import fi from './signs/fi.json' with { type: 'json' }
import hu from './signs/hu.json' with { type: 'json' }
import no from './signs/no.json' with { type: 'json' }
import ro from './signs/ro.json' with { type: 'json' }
import sv from './signs/sv.json' with { type: 'json' }
import de from './signs/de.json' with { type: 'json' }
import el from './signs/el.json' with { type: 'json' }
import en from './signs/en.json' with { type: 'json' }
import es from './signs/es.json' with { type: 'json' }
import fr from './signs/fr.json' with { type: 'json' }
import he from './signs/he.json' with { type: 'json' }
import hi from './signs/hi.json' with { type: 'json' }
import id from './signs/id.json' with { type: 'json' }
import it from './signs/it.json' with { type: 'json' }
import ja from './signs/ja.json' with { type: 'json' }
import ko from './signs/ko.json' with { type: 'json' }
import nl from './signs/nl.json' with { type: 'json' }
import pl from './signs/pl.json' with { type: 'json' }
import pt from './signs/pt.json' with { type: 'json' }
import ru from './signs/ru.json' with { type: 'json' }
import th from './signs/th.json' with { type: 'json' }
import tr from './signs/tr.json' with { type: 'json' }
import uk from './signs/uk.json' with { type: 'json' }
import vi from './signs/vi.json' with { type: 'json' }
import zh from './signs/zh.json' with { type: 'json' }

/** Signs, in one language, that a text speaks to a writer. Each entry is the source of a regular expression, in any case. */
interface WriterSigns {
  /** Asks for a piece. */
  readonly orders: readonly string[]
  /** A clause that forbids or shapes something, where the whole is a brief. */
  readonly restrict: readonly string[]
  /** What only a writer deals with, and what readers need not do. */
  readonly nouns: string
  readonly readers: string
  readonly secrecy: readonly string[]
}

/** Signs of the languages that have a table. */
export const SIGNS: Readonly<Partial<Record<Language, WriterSigns>>> = {
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
