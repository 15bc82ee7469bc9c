import cs from './stop-words/cs.json' with { type: 'json' }
import da from './stop-words/da.json' with { type: 'json' }
import de from './stop-words/de.json' with { type: 'json' }
import el from './stop-words/el.json' with { type: 'json' }
import en from './stop-words/en.json' with { type: 'json' }
import es from './stop-words/es.json' with { type: 'json' }
import fi from './stop-words/fi.json' with { type: 'json' }
import fr from './stop-words/fr.json' with { type: 'json' }
import he from './stop-words/he.json' with { type: 'json' }
import hu from './stop-words/hu.json' with { type: 'json' }
import id from './stop-words/id.json' with { type: 'json' }
import it from './stop-words/it.json' with { type: 'json' }
import nl from './stop-words/nl.json' with { type: 'json' }
import no from './stop-words/no.json' with { type: 'json' }
import pl from './stop-words/pl.json' with { type: 'json' }
import pt from './stop-words/pt.json' with { type: 'json' }
import ro from './stop-words/ro.json' with { type: 'json' }
import sv from './stop-words/sv.json' with { type: 'json' }
import tr from './stop-words/tr.json' with { type: 'json' }
import uk from './stop-words/uk.json' with { type: 'json' }
import vi from './stop-words/vi.json' with { type: 'json' }

/** The function words that a language is recognised by. */
export const STOP_WORDS = {
  en: new Set(en),
  es: new Set(es),
  de: new Set(de),
  fr: new Set(fr),
  pt: new Set(pt),
  it: new Set(it),
  nl: new Set(nl),
  sv: new Set(sv),
  da: new Set(da),
  no: new Set(no),
  pl: new Set(pl),
  cs: new Set(cs),
  tr: new Set(tr),
  ro: new Set(ro),
  hu: new Set(hu),
  fi: new Set(fi),
  id: new Set(id),
  vi: new Set(vi),
  el: new Set(el),
  uk: new Set(uk),
  he: new Set(he),
} as const satisfies Record<string, ReadonlySet<string>>

/** Languages the writer knows words of. Anything else is kept whole and left without stock phrases. */
export type Language = keyof typeof STOP_WORDS | 'ja' | 'zh' | 'ko' | 'th' | 'ar' | 'hi' | 'ru' | 'unknown'
