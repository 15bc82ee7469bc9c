import type { Language } from '../language/stop-words.ts'

/** What an order leads to a statement with. */
export const STATES =
  /(?:\bthat|\bdass|\bque|\bqu'|\bche|\bże|что|що|ότι|πως|أن|إن|कि|\brằng|\blà|\bbahwa|\bdat|说|ว่า|because|weil)[\s,:]*$/iu

/** Articles that a preposition has swallowed. */
const ARTICLES: Readonly<Record<string, string>> = {
  sul: 'il',
  sulla: 'la',
  sullo: 'lo',
  sui: 'i',
  sugli: 'gli',
  sulle: 'le',
  del: 'el',
  della: 'la',
  dei: 'i',
  delle: 'le',
  degli: 'gli',
  du: 'le',
  des: 'les',
  do: 'o',
  da: 'a',
  dos: 'os',
  das: 'as',
}
/** Where the subject stands in the case of its preposition, the preposition stays, behind words that lead to it. */
const LEADS: Readonly<Partial<Record<Language, readonly [prepositions: RegExp, words: string]>>> = {
  de: [/(?:über|zum?|zur|von|anlässlich|wegen)$/iu, 'Ein paar Worte'],
  pl: [/(?:o|na temat|z okazji)$/iu, 'Kilka słów'],
  ru: [/(?:об?|обо|про|на тему|к)$/iu, 'Немного'],
  uk: [/(?:про|на тему|до)$/iu, 'Кілька слів'],
  el: [/(?:για|σχετικά με)$/iu, 'Λίγα λόγια'],
  cs: [/(?:o|k|na téma)$/iu, 'Pár slov'],
  fi: [/$/u, 'Muutama sana'],
  hu: [/$/u, 'Néhány szó'],
}

/** What an order was about, as a caption says it: `our new shop`, `Thank you to our team`. */
export function turnSubject(frame: string, subject: string, language: Language): string {
  if (language === 'en') return turnEnglish(frame, subject)
  const words = frame.trim().replace(/[\s:：,]+$/u, '')
  const lead = LEADS[language]
  const preposition = lead?.[0].exec(words)?.[0]
  if (language === 'de' && !STATES.test(frame)) {
    const whole = SEPARATED.test(words) ? subject.replace(/\s+(?:an|vor)$/u, '') : subject
    const named = toNominative(whole, preposition)
    if (named !== undefined) return named
  }
  if (lead && preposition !== undefined && !STATES.test(frame))
    return [lead[1], preposition, subject].filter(Boolean).join(' ')
  if (language === 'de' && SEPARATED.test(words)) return `Es geht um ${subject.replace(/\s+(?:an|vor)$/u, '')}`
  if ((language === 'de' || language === 'nl') && STATES.test(frame)) return verbSecond(subject, language)
  // The object of an order has another ending than the subject of a sentence.
  if (
    language === 'tr' &&
    /(?:duyuran|tanıtan|anlatan|kutlayan|bildiren|söyleyen|hatırlatan|haber veren|için)/u.test(words)
  )
    return subject
      .replace(/(m[ıiuü]z)[ıiuü]n(?= )/u, '$1')
      .replace(/\s+olduğunu$/u, '')
      .replace(/([ae])ca(?:ğını|ğımızı)$/u, (_, vowel: string) => `${vowel}cak`)
      .replace(/([ae])ce(?:ğini|ğimizi)$/u, (_, vowel: string) => `${vowel}cek`)
      .replace(/(m[ıiuü]z)[ıiuü]$/u, '$1')
  if (language === 'hi' && /के बारे में/u.test(frame)) return `${subject} के बारे में कुछ बातें`
  const article = ARTICLES[words.split(/\s/u).at(-1)?.toLowerCase() ?? '']
  if (article === undefined || !['it', 'fr', 'es', 'pt'].includes(language)) return subject
  return `${language === 'it' && article === 'el' ? 'il' : article} ${subject}`
}

const ACCUSATIVE_MALE = /^(unser|mein|euer|ein)en((?:\s+\p{Ll}[\p{L}-]*en)*)(?=\s+[\p{Lu}\d„"])/u

/** `unseren neuen Laden`, `unserer Bäckerei`: what a German order speaks of, as a sentence names it, where that is sure. */
function toNominative(subject: string, preposition: string | undefined): string | undefined {
  const male = ACCUSATIVE_MALE.exec(subject)
  if (male) {
    const adjectives = (male[2] ?? '').replace(/en(?=\s|$)/gu, 'er')
    return `${male[1] ?? ''}${adjectives}${subject.slice(male[0].length)}`
  }
  if (/^den\s/u.test(subject))
    return subject.replace(
      /^den((?:\s+\p{Ll}[\p{L}-]*en)*)(?=\s+\p{Lu})/u,
      (_, words: string) => `der${words.replace(/en(?=\s|$)/gu, 'e')}`,
    )
  const isDative = preposition !== undefined && /^(?:zum?|zur|von)$/iu.test(preposition)
  if (isDative && /^(?:unser|mein)em\s+\p{Lu}/u.test(subject)) return subject.replace(/^(unser|mein)em/u, '$1')
  if (isDative && /^(?:unser|mein)er\s/u.test(subject))
    return subject.replace(
      /^(unser|mein)er((?:\s+\p{Ll}[\p{L}-]*en)*)(?=\s+\p{Lu})/u,
      (_, own: string, words: string) => `${own}e${words.replace(/en(?=\s|$)/gu, 'e')}`,
    )
  // The accusative of everything else is its nominative.
  return isDative || !/^(?:unsere?|meine?|das|die|eine?|\d|[„"]?\p{Lu})/u.test(subject) ? undefined : subject
}

const SEPARATED = /^(?:kündig|bewirb|bewerb|stell)\p{L}*$/iu

const NAMED_FIRST =
  /^((?:[Uu]nser\p{L}*|[Dd]er|[Dd]ie|[Dd]as|[Mm]ein\p{L}*|[Aa]lle|[Dd]iese[rs]?|[Ee]ine?)(?: \p{Ll}\p{L}+(?:e|en|er|es))* \p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?(?: (?:von|vom|der|des) \p{Lu}[\p{L}-]+)?|\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?) (.+) (\p{Ll}+)$/u
/** `ab sofort auch Kartenzahlung möglich ist` */
const TIMED =
  /^((?:ab|seit|bis) (?:sofort|heute|morgen|jetzt|\p{Lu}\p{L}+|dem \d+\. ?\p{L}+)|heute|morgen|jetzt|nun|künftig|(?:am|im|zum) (?:\d+\. )?\p{Lu}\p{L}+) (.+) (\p{Ll}+)$/iu
const DUTCH_NAMED =
  /^((?:[Dd]e|[Hh]et|[Oo]nze|[Oo]ns|[Mm]ijn|[Ee]en|[Dd]eze|[Dd]it)(?: \p{Ll}+e(?= \p{L}))? \p{L}[\p{L}-]+(?: van (?:de |het |onze |ons )?\p{L}+)?|\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?) (.+) (\p{Ll}+)$/u
/** Verbs that leave their first part at the end: `ausfällt`, `fällt … aus`. */
const SEPARABLE =
  /^(?<part>ab|an|auf|aus|bei|ein|fest|frei|her|hin|los|mit|nach|statt|um|vor|weg|weiter|wieder|zu|zurück|zusammen|teil|open|af|aan|uit|in|op|mee|terug|plaats|door|dicht|over|weer|samen)(?<verb>fällt|fallen|findet|finden|fängt|fangen|geht|gehen|kommt|kommen|macht|machen|nimmt|nehmen|stellt|stellen|zieht|ziehen|bietet|bieten|lädt|laden|läuft|laufen|gibt|geben|hält|halten|schließt|öffnet|legt|legen|sieht|baut|bauen|startet|ruft|bringt|bringen|gaat|gaan|valt|vallen|komt|komen|vindt|vinden|doet|doen|neemt|nemen|zet|zetten|stelt|stellen|sluit|sluiten|trekt|trekken|gewinnt)$/u

/** A clause behind `dass` has its verb last; a sentence has it second. */
function verbSecond(clause: string, language: Language): string {
  const { verb = '', rest = '', first = '' } = partsOf(clause, language)
  if (verb === '') return clause
  const { part, verb: stem } = SEPARABLE.exec(verb)?.groups ?? {}
  const [main, ...tail] = rest.split(/(?=,\s)/u)
  return part === undefined || stem === undefined
    ? `${first} ${verb} ${rest}`
    : `${first} ${stem} ${main ?? ''} ${part}${tail.join('')}`
}

function partsOf(clause: string, language: Language): { first?: string; verb?: string; rest?: string } {
  const [core = '', ...others] = clause.split(/(?=,\s)/u)
  const tail = others.join('')
  const [pronoun = '', ...words] = core.split(' ')
  const verb = words.at(-1)
  if (verb && words.length > 1 && /^(?:wir|ich|we|wij|ik|man|sie|es)$/iu.test(pronoun))
    return { first: pronoun, verb, rest: `${words.slice(0, -1).join(' ')}${tail}` }
  const timed = TIMED.exec(core)
  if (language === 'de' && timed)
    return { first: timed[1] ?? '', rest: `${timed[2] ?? ''}${tail}`, verb: timed[3] ?? '' }
  const named = (language === 'nl' ? DUTCH_NAMED : NAMED_FIRST).exec(core)
  return named ? { first: named[1] ?? '', rest: `${named[2] ?? ''}${tail}`, verb: named[3] ?? '' } : {}
}

function turnEnglish(frame: string, core: string): string {
  const subject = /\bthat\s*$/iu.test(frame) ? core.replace(/,? and that (?=\p{L})/giu, ', and ') : core
  const thanked = subject.replace(/,? and thank (?=(?:the|our|all|everyone)\b)/iu, '. Thank you to ')
  if (thanked !== subject) return thanked
  const pictured = subject.replace(PICTURED, '')
  if (pictured !== subject) return pictured
  const guests = /^(?<who>.{3,40}?) to (?<what>.+)$/iu.exec(subject)?.groups
  if (/\binvit(?:e|es|ing)\b[^:]*\bto\s*$/iu.test(frame)) return `You’re invited: ${subject}`
  if (/\binvit(?:e|ing)\s*$/iu.test(frame) && guests) return `You’re invited: ${guests['what']}`
  if (/\bthank(?:ing)?\s*$|\bthank[- ]?(?:yous?|s)\b.*\bto\s*$/iu.test(frame)) return `Thank you to ${subject}`
  if (/\bcongratulat(?:e|ing)\s*$/iu.test(frame)) return `Congratulations to ${subject}`
  if (/\bwelcoming\s*$/iu.test(frame)) return `Welcome to ${subject}`
  const wish = wishOfDay(subject)
  if (wish !== undefined) return wish
  if (/\bapolog(?:y|ies)\b.*\b(?:because|for|that)\s*$/iu.test(frame))
    return /^(?:we|our|the|i)\b/iu.test(subject) ? `We’re sorry: ${subject}` : `We’re sorry for ${subject}`
  return subject
}

/** What a caption is for is seen next to it. */
const PICTURED =
  /^(?:an? |the |this |my |our )?(?:short |new |nice )?(?:photos?|pictures?|pics?|videos?|vids?|clips?|reels?|shots?|images?|selfies?) (?:of|showing) (?=\S)/iu

/** `Mother's Day from our shop` as a wish; undefined where more is said of the day. */
export function wishOfDay(subject: string): string | undefined {
  const day = HOLIDAY.exec(subject)?.groups?.['day']
  if (day === undefined) return undefined
  const from = /^,? (?:for|from|at) (?<from>(?:our|my|the) .+)$/iu.exec(subject.slice(day.length))?.groups?.['from']
  if (from === undefined && subject.length !== day.length) return undefined
  const wish = /^christmas$/iu.test(day) ? 'Merry' : 'Happy'
  return `${wish} ${titled(day)}${from === undefined ? '' : ` from ${from}`}!`
}

const HOLIDAY =
  /^(?<day>(?:mother|father|valentine|women|children|teacher|nurse|new year)['’]?s['’]? day|international (?:women|men)['’]?s['’]? day|new year|christmas|easter|halloween|thanksgiving|diwali|eid|hanukkah|ramadan|pride month|earth day|labou?r day|st\.? patrick['’]?s day|independence day)(?!\p{L})/iu

function titled(day: string): string {
  return day.replace(/(?<![\p{L}’'])\p{Ll}/gu, (letter) => letter.toUpperCase())
}
