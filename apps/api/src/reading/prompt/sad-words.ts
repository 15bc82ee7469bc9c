import type { Language } from '../language/stop-words.ts'
import type { SoberWords } from './sad-words/index.ts'
import { SOBER_WORDS } from './sad-words/index.ts'

const ENGLISH_SAD: readonly RegExp[] = [
  // In capitals only: `rip` is a verb as well. `We lost Anna`, but not `we lost 20 kilos`.
  /\bRIP\b|\b[Ww]e(?:['’]ve| have)? lost \p{Lu}\p{Ll}/u,
  /\b(?:passed away|passing of|obituary|eulogy|passed (?:on )?peacefully|rainbow bridge|(?:i|we)(?:['’]ll| will)? miss (?:you|him|her|them)\b(?! out)|rest easy|lost (?:his|her|their) (?:battle|li(?:fe|ves))|lost my job|(?:was|were|been|being|got) let go|made redundant|redundanc(?:y|ies)|thoughts and prayers|thoughts are with|hearts? (?:are|is|goes?) (?:with|out|broken)|pray(?:ing|ers)? for|vigil|celebration of life|hospice|shooting at|parting ways with|(?:difficult|tough|hard|painful|hardest) decision|reduc(?:e|ed|ing) (?:our|the) (?:team|workforce|headcount)|last day of (?:business|trading)|clos(?:e|ed|ing) (?:down|for good|permanently|our doors)|divorce|broke my heart|sad(?:ly|ness|dened)?|sorry|apolog(?:y|i[sz]e|ies|i[sz]ing)|condolences?|mourn(?:s|ing|ed)?|grie(?:f|ve|ving)|heartbroken|heartbreaking|devastat(?:ed|ing)|died|death|dies|funeral|in (?:loving )?memory|in remembrance|killed(?! it\b)|injured|fatal|accidents?|miscarriage|suicide|bereave\w*|gone too soon|rest in peace|r\.i\.p|tragedy|tragic|tragically|unfortunately|regret(?:s|fully)?|closing (?:our|its|the|my) doors|permanently clos(?:ed|ing|e)|shutting down|shut down|layoffs?|laid off|lay(?:ing)? off|let(?:ting)? go of (?:our|\d)|bankruptcy|insolvency|(?<!\b(?:noise|free|easy)[- ])cancel(?:led|ed|lation|ling|ing)|earthquake|flood(?:ed|ing|s)?|wildfires?|outage|data breach|breach|victims?|cancer|diagnosed|diagnosis|lost (?:our|my|a) (?:\w+ )?(?:friend|colleague|founder|father|mother|dad|mum|mom|dog|cat|brother|sister|grandmother|grandfather|teammate|member)|we(?:['’]re| are) closing(?! (?:early|at|for (?:the|a) (?:day|holidays?)|on (?:\d|\p{Lu})))|will be missed|farewell|goodbye|heavy hearts?)\b/iu,
]

// Hard words that mean no harm here.
const HARMLESS =
  /\b(?:(?:say|says|said|saying|kiss|wave) goodbye to|goodbye,? (?:winter|summer|january|monday)|death by chocolate|no regrets?|by accident|sorry,? not sorry|died laughing|to die for|flood(?:ed|s)? (?:of|with)|cancer[- ]free|beat cancer|in remission|free cancellation|cancel (?:any ?time|your)|cancer (?:research|awareness|season)|(?:the|our|a|local|children['’]s|to|for) hospice(?! (?:care|nurse|bed))|divorce lawyers?|flood ?lights?)\b/giu

const ENGLISH_NOTICE: readonly RegExp[] = [
  /\b(?:recall(?::| (?:of|notice))|product recall|(?:(?:has|have|is|are) (?:been )?recall(?:ed|ing))|(?:\w*storm|tornado|hurricane|weather|heat|wind|fire|tsunami|air quality|snow|ice|frost|blizzard|tornado) (?:warning|watch|alert|advisory)|boil[- ]water|evacuat\w+|power (?:cuts?|failure)|stay (?:indoors|safe)|amber alert|seek shelter)\b/iu,
  /\b(?:(?:aware of|investigating|working to (?:fix|resolve)) (?:an?|the|this|some|reports of)|(?:service|network) (?:disruption|interruption)s?|degraded performance|(?:scheduled|planned|emergency) maintenance|down for maintenance|(?:is|are|was|were) (?:currently )?down(?: (?:for|right now|at the moment))?(?=[.!,]|$| for| right)|deprecat\w+|end[- ]of[- ](?:life|support)|will (?:be|stop) (?:unavailable|working)|security (?:incident|issue|vulnerability)|stop using|do not (?:eat|consume|drink))\b/iu,
  /\b(?:road clos(?:ure|ed)|will (?:be|remain) closed|(?:is|are|re|office|store|shop|pool|library) closed\b|closed (?:on|for|today|tomorrow|until)|closing early|(?:is|are|will be|has been|have been) delayed|delays? (?:of|in|on)|we(?:['’]ve| have)? raised (?:our )?prices|prices? (?:will |are |is )?(?:go(?:ing)? up|increas\w+)|price increase|missing (?:since|person|child)|lost (?:cat|dog|pet|keys))\b/iu,
]

// What a text that is taken for English is searched for as well: it may hold a sentence of another language. The words of
// the others look like English ones: Swedish `dog` is a death, Dutch `storing` a fault.
const SEARCHED_IN_ENGLISH = new Set(['es', 'de', 'fr', 'pt', 'it', 'ru', 'el', 'ja', 'zh', 'ko', 'ar', 'hi', 'th'])
// Scripts without spaces, or with prefixes and endings that a list cannot hold.
const WITHOUT_WORD_BORDERS = new Set(['ja', 'zh', 'ko', 'ar', 'hi', 'th'])

const SAD = patternsOf('sad')
const NOTICE = patternsOf('notice')

function patternsOf(kind: keyof SoberWords) {
  const patterns = Object.entries<SoberWords>(SOBER_WORDS)
    .filter(([, words]) => words[kind].length > 0)
    .map(([language, words]) => {
      const any = `(?:${words[kind].join('|')})`
      const isBordered = !WITHOUT_WORD_BORDERS.has(language)
      return { language, pattern: isBordered ? new RegExp(`(?<!\\p{L})${any}(?!\\p{L})`, 'iu') : new RegExp(any, 'u') }
    })
  return {
    inEnglish: patterns.filter(({ language }) => SEARCHED_IN_ENGLISH.has(language)).map(({ pattern }) => pattern),
    elsewhere: patterns.map(({ pattern }) => pattern),
  }
}

/** Whether a text reports a death, a loss, an apology, a cancellation or a closing, in any language that is known. */
export function isSad(text: string, language: Language): boolean {
  const serious = text.replace(HARMLESS, ' ')
  return [...ENGLISH_SAD, ...SAD[language === 'en' ? 'inEnglish' : 'elsewhere']].some((one) => one.test(serious))
}

/** Whether a text warns, recalls or reports a disturbance: nothing to cheer at, everything to be read. */
export function isNotice(text: string, language: Language): boolean {
  return [...ENGLISH_NOTICE, ...NOTICE[language === 'en' ? 'inEnglish' : 'elsewhere']].some((one) => one.test(text))
}
