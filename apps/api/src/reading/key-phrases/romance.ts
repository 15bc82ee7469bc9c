import { STOP_WORDS } from '../language/stop-words.ts'
import { blankProtected } from '../text/protected-spans.ts'
import type { KeyPhrase } from './key-phrase.ts'
import { findNames } from './names.ts'

export type RomanceLanguage = 'es' | 'fr' | 'pt' | 'it'

interface Grammar {
  /** What a noun phrase begins behind. */
  readonly determiners: ReadonlySet<string>
  /** Words that are no content in a tag: adverbs, general adjectives and nouns, weekdays, months. */
  readonly weak: ReadonlySet<string>
  readonly verb: RegExp
  /** Whether a second word can be the adjective of a first. */
  readonly agrees: (noun: string, word: string) => boolean
}

const SAME_ENDING = (noun: string, word: string) => {
  const ending = /[oa]s?$/u.exec(noun)?.[0]
  return (
    (ending !== undefined && word.endsWith(ending)) ||
    /(?:al|ais|ales|ível|ibles?|ables?|nte|ntes|ico|ica|oso|osa|ado|ada|ito|ita)$/u.test(word)
  )
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u))

const GRAMMARS: Record<RomanceLanguage, Grammar> = {
  es: {
    determiners: words(
      'el la los las un una nuestro nuestra nuestros nuestras mi mis tu tus su sus del al este esta estos estas',
    ),
    weak: words(`cosa cosas vez veces día días semana semanas mes meses año años hora horas gente persona personas manera forma parte
      lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre
      noviembre diciembre mañana tarde noche primer primera primeros segundo segunda último última próximo próxima gran mejor mejores
      nuevo nueva nuevos nuevas mundo equipo momento fin vida casa`),
    verb: /(?:amos|emos|imos|ando|iendo|aron|ieron|aba|aban)$/u,
    agrees: SAME_ENDING,
  },
  fr: {
    determiners: words(`le la les un une notre nos mon ma mes ton ta tes votre vos ce cette ces du des au aux`),
    weak: words(`chose choses fois jour jours journée semaine semaines mois an ans année années heure heures gens personne personnes manière façon partie
      lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre
      décembre matin soir nuit premier première dernier dernière prochain prochaine grand grande petit petite meilleur meilleure nouveau
      nouvelle nouveaux nouvelles monde équipe moment fin vie maison`),
    verb: /(?:ons|ez|aient|ait)$/u,
    agrees: (_, word) =>
      !/^(?:ouvre|ouvrent|arrive|arrivent|propose|commence|revient|fête|offre|accueille|lance|devient|faite?s?|sera|sont|peut)$/u.test(
        word,
      ),
  },
  pt: {
    determiners: words(
      'o a os as um uma nosso nossa nossos nossas meu minha seu sua do da dos das no na nos nas ao aos este esta',
    ),
    weak: words(`coisa coisas vez vezes dia dias semana semanas mês meses ano anos hora horas gente pessoa pessoas maneira forma parte
      segunda terça quarta quinta sexta sábado domingo janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro
      dezembro manhã tarde noite primeiro primeira último última próximo próxima grande melhor melhores novo nova novos novas mundo
      equipe equipa momento fim vida casa`),
    verb: /(?:amos|emos|imos|ando|endo|indo|aram|eram|iram|ava|avam)$/u,
    agrees: SAME_ENDING,
  },
  it: {
    determiners:
      words(`il lo la i gli le un uno una nostro nostra nostri nostre mio mia tuo tua suo sua del della dei delle dello degli al alla
      nel nella sul sulla`),
    weak: words(`cosa cose volta volte giorno giorni settimana settimane mese mesi anno anni ora ore gente persona persone modo parte lunedì martedì
      mercoledì giovedì venerdì sabato domenica gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre
      dicembre mattina sera notte primo prima ultimo ultima prossimo prossima grande migliore migliori nuovo nuova nuovi nuove mondo
      squadra momento fine vita casa`),
    verb: /(?:iamo|ando|endo|arono|erono|irono|ava|avano)$/u,
    agrees: (noun, word) => noun.slice(-1) === word.slice(-1) || /(?:ale|ali|bile|bili|nte|nti)$/u.test(word),
  },
}

const NEW =
  /^(?:nuev[oa]s?|nouve(?:au|aux|lle|lles)|nov[oa]s?|nuov[oaie]|primer[oa]?|segund[oa]|premi(?:er|ère)|second[oae]?|prim[oa]|dos|tres|cuatro|deux|trois|quatre|dois|duas|três|due|tre|quattro)$/u

/** Noun phrases behind a determiner, and names: `el modo oscuro` gives `modo oscuro`. Verbs hardly ever stand there. */
export function findRomancePhrases(text: string, language: RomanceLanguage): KeyPhrase[] {
  const { determiners, weak, verb, agrees } = GRAMMARS[language]
  const stop: ReadonlySet<string> = STOP_WORDS[language]
  const phrases: KeyPhrase[] = []
  let run: string[] | undefined
  let end = 0
  const blanked = blankProtected(text)
  const close = () => {
    const kept = (run ?? []).filter(
      (word, index, all) => !(weak.has(word.toLowerCase()) && (index === 0 || index === all.length - 1)),
    )
    const isContent = kept.length > 0 && kept.length <= 3 && kept.join('').length > 3 && kept.join('').length <= 26
    if (isContent) phrases.push({ words: kept, score: (kept.length > 1 ? 3 : 1.5) - phrases.length * 0.15 })
    run = undefined
  }
  for (const match of blanked.matchAll(/(?:\p{L}+['’])?(?<word>[\p{L}\p{M}\p{N}-]+)/gu)) {
    const word = match.groups?.['word'] ?? match[0]
    const lower = word.toLowerCase()
    const elided = match[0].length > word.length
    const gap = blanked.slice(end, match.index)
    if (gap.trim() !== '' || gap.includes('\n')) close()
    end = match.index + match[0].length
    if (elided) close()
    if (determiners.has(lower) && !elided) {
      close()
      run = []
    } else if (run?.length === 0 && NEW.test(lower)) continue
    else if (/^d[ei]$/u.test(lower)) {
      close()
      run = []
    } else if (stop.has(lower) || /^\d/u.test(word) || verb.test(lower)) close()
    else if (elided && /^[ld]['’]/iu.test(match[0])) run = [word]
    else if (run?.length === 0) run.push(word)
    else if (run?.length === 1 && agrees(run[0]?.toLowerCase() ?? '', lower)) run.push(word)
    else if (run) close()
  }
  close()
  return [...findNames(text, (word) => stop.has(word) || weak.has(word)), ...phrases]
}
