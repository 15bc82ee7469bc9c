import { STOP_WORDS } from '../language/stop-words.ts'
import type { KeyPhrase } from './key-phrase.ts'
import { plainTokens } from './plain-tokens.ts'

export type SlavicLanguage = 'pl' | 'cs' | 'uk'

interface Agreement {
  /** Endings of an adjective and of the noun that it goes with, in the nominative. */
  readonly pairs: readonly (readonly [adjective: RegExp, noun: RegExp])[]
  /** Possessives in the nominative; a noun follows. */
  readonly ours: ReadonlySet<string>
  readonly weak: ReadonlySet<string>
  /** What ends like an adjective or a noun but is a verb or a participle. */
  readonly isVerb: RegExp
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u))

const AGREEMENTS: Readonly<Record<SlavicLanguage, Agreement>> = {
  pl: {
    pairs: [
      [/\p{L}{2}(?:ny|wy|ski|cki|dzki|ży|szy)$/u, /\p{L}{2}[bcćdfghjklłmnńprsśtwzźż]$/u],
      [/\p{L}{2}(?:na|wa|ska|cka|dzka|ża|sza)$|^biała$/u, /\p{L}{2}(?:a|ść|ia)$/u],
      [/\p{L}{2}(?:ne|we|skie|ckie|dzkie|że|sze)$/u, /\p{L}{2}[oeyi]$/u],
    ],
    ours: words('nasz nasza nasze mój moja moje'),
    weak: words(`nowy nowa nowe każda cały cała całe pierwszy pierwsza pierwsze główny główna główne własny własna własne różne inne pełne ważne pewne jedna jedne jedno
      dzień dni tydzień tygodnie miesiąc rok lata godzina godziny czas raz razy ludzie część miejsce rzecz rzeczy sposób poniedziałek wtorek środa czwartek piątek sobota niedziela
      niedziele styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień rano wieczór noc chwila życie świat zespół drzwi weekend większa większe lepsza lepsze najlepsza najlepsze strona cena kawa zabawa`),
    isVerb:
      /(?:amy|emy|imy|ymy|acie|icie|ycie|ała|iła|yła|ęła|ały|iły|yły|ęły|ało|iło|uje|ują|zyna|mina|rta|rte|rty|ęta|ęte|ane|ana|ony|ona|one)$|^(?:czeka|otwiera|zaprasza|trwa|działa|wraca|rusza|kończy|pachnie|startuje|można|trzeba|ruszyła)$/u,
  },
  cs: {
    pairs: [
      [/\p{L}{2}(?:ý|ní)$/u, /\p{L}{2}[bcčdďfghjklmnňpqrřsštťvzž]$/u],
      [/\p{L}{2}(?:á|ní)$/u, /\p{L}{2}(?:a|e|ě|st)$/u],
      [/\p{L}{2}(?:é|ní)$/u, /\p{L}{2}[oeěyi]$/u],
    ],
    ours: words('náš naše můj moje'),
    weak: words(`nový nová nové celý celá celé každý každá každé první druhý druhá poslední další hlavní dnešní zítřejší vlastní různé jiné plné velký velká velké malý malá
      malé den dny týden týdny měsíc rok roky hodina hodiny čas krát lidé lidi část místo věc věci způsob pondělí úterý středa čtvrtek pátek sobota neděle leden únor březen duben
      květen červen červenec srpen září říjen listopad prosinec ráno večer noc chvíle život svět tým dveře víkend lepší nejlepší větší`),
    isVerb:
      /(?:ává|írá|íná|eká|íhá|ídá|ívá|ítá|eme|íme|áme|ete|íte|áte|uje|ují|ají|ejí|ána|ena|eno|eny|ány)$|^(?:končí|slaví|platí|nabízí|patří|otevřela|otevřel|byla|zve)$/u,
  },
  uk: {
    pairs: [
      [/\p{L}{2}(?:ий|ій)$/u, /\p{L}{2}[бвгґджзйклмнпрстфхцчшщ]$/u],
      [/\p{L}{2}(?:на|ова|ева|ська|цька)$|^(?:осіння|літня|домашня|вечірня|рання)$/u, /\p{L}{2}[аяь]$/u],
      [/\p{L}{2}(?:не|ове|ське|цьке)$/u, /\p{L}{2}[оея]$/u],
      [/\p{L}{2}(?:ні|ові|ські|цькі)$/u, /\p{L}{2}[иії]$/u],
    ],
    ours: words('наш наша наше наші мій моя моє мої'),
    weak: words(`новий нова нове нові кожен кожна весь вся все перший перша перше перші останній остання головний головна власний різні інші повні важливі день дні тиждень тижні місяць
      рік роки година години час раз люди частина місце річ речі спосіб понеділок вівторок середа четвер пятниця субота неділя січень лютий березень квітень травень червень липень
      серпень вересень жовтень листопад грудень ранок вечір ніч мить життя світ команда двері ціна сторона україна країна`),
    isVerb: /(?:ла|ли|ло|лась|лася|лися|ється|уються|ємо|имо|ить|ять|ують|ита|ена|ана|іта|ута|ено|ано|ені|ані|иті)$/u,
  },
}

/** Adjectives with their noun, and the noun behind `our`. Forms stay as they stand in the text. */
export function findSlavicPhrases(text: string, language: SlavicLanguage): KeyPhrase[] {
  const { pairs, ours, weak, isVerb } = AGREEMENTS[language]
  const stop: ReadonlySet<string> = STOP_WORDS[language]
  const isAdjective = (word: string) => pairs.some(([adjective]) => adjective.test(word))
  const isContent = (word: string) =>
    /^\p{L}[\p{L}'’ʼ-]{2,}$/u.test(word) && !stop.has(word) && !weak.has(word) && !isVerb.test(word)
  const phrases: KeyPhrase[] = []
  const tokens = plainTokens(text)
  for (const [index, { word, lower, isJoined }] of tokens.entries()) {
    const before = tokens[index - 1]
    if (!before || !isJoined || !isContent(lower)) continue
    const agrees = pairs.some(([adjective, noun]) => adjective.test(before.lower) && noun.test(lower))
    if (agrees && isContent(before.lower) && !isAdjective(lower)) {
      phrases.push({ words: [before.word, word], score: 3 - phrases.length * 0.1 })
    } else if (ours.has(before.lower) || (weak.has(before.lower) && ours.has(tokens[index - 2]?.lower ?? ''))) {
      if (!isAdjective(lower) && word.length >= 4) phrases.push({ words: [word], score: 2 - phrases.length * 0.1 })
    }
  }
  return phrases
}
