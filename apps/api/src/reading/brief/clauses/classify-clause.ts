import type { Language } from '../../language/stop-words.ts'
import { factKind } from '../facts.ts'
import { readHead } from '../heads/read-head.ts'
import { COUNTS_PEOPLE, bareOf, signsOf } from '../writer-signs.ts'
import weights from './weights.json' with { type: 'json' }

type Feature = Exclude<keyof typeof weights, 'bias'>

const US =
  /(?<!\p{L})(?:we|our|ours|us|i|my|wir|unser\p{L}*|ich|mein\p{L}*|nous|notre|nos|je|mon|ma|mes|nosotros|nuestr\p{L}+|yo|mi|mis|nós|noss\p{L}+|eu|meu|minha|noi|nostr\p{L}+|io|mio|mia|wij|we|onze|ons|ik|mijn|my|nasz\p{L}*|мы|наш\p{L}*|я|мой|моя|ми|biz|bizim)(?!\p{L})/iu
const YOU =
  /(?<!\p{L})(?:you|your|yours|ihr|euch|eur\p{L}*|dein\p{L}*|vous|votre|vos|tu|tus|vosotros|vuestr\p{L}+|ustedes|você|vocês|seu|sua|teu|tua|tuo|tua|vostr\p{L}+|je|jouw|jullie|twoj\p{L}*|wasz\p{L}*|вы|вам|вас|ваш\p{L}*|sizin|siz)(?!\p{L})/iu
const POINTS =
  /^\p{L}+(?:['’]t)? (?:\p{L}+ ){0,2}?(?:it|this|that|these|them|the (?:post|text|caption|captions|copy|tone|wording|message|draft))\b/iu
const OBLIGES =
  /\b(?:it|this|that|the (?:post|text|caption|captions|copy|tone|wording|message|photo|picture|image|video|title|headline|hook|ending|first line|draft)|they|people|readers|nobody|no one) (?:really |just |all )?(?:should(?:n['’]t)?|must(?:n['’]t)?|needs? to|has to|have to|ought to|shall|can(?:not|['’]t)|may not|is supposed to|are supposed to)\b|(?:soll|sollte|muss|darf)(?:en|t)? (?:\p{L}+ ){0,6}(?:sein|klingen|wirken|werden|vorkommen|stehen|bleiben|wissen)$|\b(?:doit|debe|deve|moet|má|powinien|powinno)\b/iu
const COLLEAGUES =
  /\b(?:internal(?:ly)?|fyi|note to (?:self|writer|editor)|nb:|legal (?:says?|said|wants?|team)|our lawyers?|(?:my|the|our) (?:boss|ceo|client|manager|wife|husband|pr team|lawyer)(?: (?:says?|said|wants?|hates?|likes?|insists?|thinks|would|doesn['’]t|does not|asked|prefers?))|compliance|signed off|sign[- ]off|brand guidelines?|house style|style guide|our last post|last post|previous post|the usual|like (?:last time|always|before)|you (?:know|get) (?:the|what|it)|you (?:did|wrote|made)|as (?:discussed|agreed|usual)|target group|our target|gen z|kpis?|seo|algorithm|engagement|reach|go viral|cringe|salesy|spammy|clickbait|i(?:['’]m| am) not (?:good|sure)|i (?:don['’]t|do not) (?:want|like|know)|i hate|i can['’]t write|no idea (?:what|how)|feel free|up to you|your call|whatever you)\b/iu
const MANNER =
  /\b(?:simple|plain|easy|formal|informal|professional|friendly|inclusive|british|american|neutral|clear|everyday) (?:language|english|words|tone|wording|style)\b|\b(?:buzzwords?|jargon|clich[eé]s?|cheesy|corny|cringe\p{L}*|salesy|preachy|typos?|spelling|grammar|wording|word count|headline|subject line|call to action)\b/iu
const DEADLINE =
  /\b(?:asap|deadline|due (?:by|on|today|tomorrow)|by (?:eod|end of (?:day|play)|noon|tonight)|(?:needs?|wants?|sends?|have) (?:it|this|them|me|us|the draft|a draft|something)\b.{0,20}\b(?:by|before|until|today|tonight|tomorrow|asap|back)|send (?:me|us|it|them) (?:a |the |over|back|for)|for (?:approval|review|sign-off)|run (?:it|this) by|get back to (?:me|us)|let (?:me|us) (?:know|see|check)|before (?:it goes|you post|posting|publishing)|(?:goes|go|going) (?:live|out) (?:at|on|tomorrow|today|tonight)|(?:post|schedule|publish) (?:it|this|them)\b)/iu
const ENDS_POLITELY = /[\s,](?:please|pls|plz|bitte|thanks|thx|svp|stp|porfa|grazie|danke|aub)$/iu
const READERS = /\b(?:people|readers|followers|customers|audience|viewers|everyone|they)\b/iu

/** What a clause is like, of all that tells an order from what is to be said. */
function featuresOf(clause: string, language: Language): ReadonlySet<Feature> {
  const signs = signsOf(language)
  const bare = bareOf(clause)
  const plain = bare.replace(
    /^(?:please|pls|plz|bitte|por favor|per favore|s['’]il (?:te|vous) pla[iî]t|graag|and|und|also)[,\s]+/iu,
    '',
  )
  const isFact = factKind(bare, language) !== 'other'
  const tests: Readonly<Record<Feature, boolean>> = {
    restricts: signs.restrict.test(bare) && !COUNTS_PEOPLE.test(bare),
    namesThePiece: signs.nouns.test(bare) || MANNER.test(bare),
    asksForAPiece: signs.orders.some((order) => order.test(bare)),
    beginsLikeAnOrder: readHead(plain, language) !== undefined,
    isPolite: plain !== bare || ENDS_POLITELY.test(bare),
    isAnAside: ENDS_POLITELY.test(bare) && bare.split(/\s+/u).length <= 4,
    pointsAtTheText: POINTS.test(plain),
    obliges: OBLIGES.test(bare),
    isForColleagues: COLLEAGUES.test(bare),
    hasADeadline: DEADLINE.test(bare),
    keepsASecret: signs.secrecy.test(bare),
    speaksOfReaders: READERS.test(bare) && !COUNTS_PEOPLE.test(bare),
    offersReaders: signs.readers.test(bare),
    speaksAsUs: US.test(bare),
    speaksToReaders: YOU.test(bare),
    holdsAFact: isFact,
    isLong: bare.split(/\s+/u).length > 14,
  }
  return new Set((Object.keys(tests) as Feature[]).filter((feature) => tests[feature]))
}

/**
 * How surely a clause of a brief is spoken to the writer, in log-odds: above 0 it is more likely an order, a rule or a word among
 * colleagues than something to be posted. The weights are set by hand, from briefs that were read.
 */
export function scoreOfOrder(clause: string, language: Language): number {
  return [...featuresOf(clause, language)].reduce((sum, feature) => sum + weights[feature], weights.bias)
}
