import type { Language } from '../../language/stop-words.ts'
import { capitalizeFirst } from '../../text/casing.ts'
import { turnSubject } from '../turn-subject.ts'
import phrases from './phrases.json' with { type: 'json' }
import type { Head } from './read-head.ts'
import type { Rendered } from './render-english.ts'
import { renderEnglish } from './render-english.ts'

type Phrases = Readonly<Record<string, string>>
const PHRASES: Readonly<Partial<Record<Language, Phrases>>> = phrases
/** `onze hond die vandaag 8 wordt`: in a sentence the verb is second. */
const RELATED: Readonly<Partial<Record<Language, RegExp>>> = {
  de: /^(?<who>(?:unser|mein|der|die|das)\p{L}* [^,]{3,50}), (?:der|die|das) (?<what>[^,]{3,80}) (?<verb>\p{Ll}{3,})$/u,
  nl: /^(?<who>(?:onze|ons|mijn|de|het) [^,]{3,50}?) (?:die|dat) (?<what>[^,]{3,80}) (?<verb>\p{Ll}{3,})$/u,
}
/** What leads to a whole sentence. */
const STATES = /(?:^|[\s,])(?:dass|que|qu['’]|che|dat)$|[:：–—-]$/iu
const ASKED: Readonly<Partial<Record<Language, RegExp>>> = {
  de: /^(?:wer|was|wie|wo|wann|welche\p{L}*|warum)\s/iu,
  fr: /^(?:qui|comment|où|quand|quelle?s?|pourquoi)\s/iu,
  es: /^(?:quién|quiénes|qué|cómo|dónde|cuándo|cuáles?|quien|que|como)\s/iu,
  pt: /^(?:quem|o que|como|onde|quando|qual|quais)\s/iu,
  it: /^(?:chi|cosa|che cosa|come|dove|quando|quale)\s/iu,
  nl: /^(?:wie|wat|hoe|waar|wanneer|welke)\s/iu,
}

/** What an order is about, as a caption says it; undefined where its language has no rules for that. */
export function renderHead(head: Head, language: Language): Rendered | undefined {
  if (language === 'en') return renderEnglish(head)
  const { relation, content, lead } = head
  const bare = content.replace(/[.!?…]+$/u, '')
  if (relation === 'ask') {
    // Only who and what comes without a change of its words.
    const question = /^(?:wer|qui|quién|quien|quem|chi|wie)\s/iu.test(bare) && bare.split(/\s/u).length <= 5
    if (!question || ASKED[language]?.test(bare) !== true) return { text: '', isStatement: true, isBeyond: true }
    const asked =
      language === 'de' || language === 'nl'
        ? bare.replace(/^(wer|wie) (.*?)(\p{L}+)$/iu, (_, who: string, what: string, verb: string) =>
            `${who} ${verb} ${what}`.trim(),
          )
        : bare
    const open = language === 'es' ? '¿' : ''
    return { text: `${open}${capitalizeFirst(asked)}${language === 'fr' ? ' ' : ''}?`, isStatement: true }
  }
  if (relation === 'wish') return { text: `${capitalizeFirst(bare)}!`, isStatement: true }
  const phrase = PHRASES[language]?.[relation]
  if (phrase !== undefined) {
    const subject = bare.replace(/\s(?:te |zu )?(?:bedanken|danken|an|ein|uit|aan)$/iu, '')
    const invited = relation === 'invite' && /^(?:es|pt)$/u.test(language)
    const stated = phrase.includes('{S}')
      ? turnSubject('dass', subject, language)
      : invited
        ? subject.replace(/^(?:para|a|à|ao)\s+/iu, '')
        : subject
    return { text: contracted(phrase.replace(/\{[XS]\}/u, stated), language), isStatement: true }
  }
  const link = lead.trim()
  const isStatement = STATES.test(link)
  const related = RELATED[language]?.exec(bare)?.groups
  if (!isStatement && related) {
    const { who = '', what = '', verb = '' } = related
    return { text: `${who} ${verb} ${what}`, isStatement: true }
  }
  return { text: turnSubject(link, content, language), isStatement }
}

/** `Grazie a i clienti` is `Grazie ai clienti`. */
function contracted(text: string, language: Language): string {
  if (language === 'it')
    return text
      .replace(/ a (il|lo|la|i|gli|le) /u, (_, article: string) => ` ${A_WITH[article] ?? `a ${article}`} `)
      .replace(/ a l(['’])/u, ' all$1')
  return language === 'fr'
    ? text
        .replace(/ à les /u, ' aux ')
        .replace(/ à le /u, ' au ')
        .replace(/ pour (?:de|d['’])? ?(?=que )/u, ' pour ')
    : text
}

const A_WITH: Readonly<Record<string, string>> = { il: 'al', lo: 'allo', la: 'alla', i: 'ai', gli: 'agli', le: 'alle' }
