import { splitSentences } from '../text/sentences.ts'

const RIVAL =
  /(?<!\p{L})(?:competitors?|competition|rivals?|other (?:brands?|shops?|companies|bakeries|restaurants|salons|gyms)|mitbewerber\p{L}*|konkurren\p{L}+|wettbewerber\p{L}*|concurren\p{L}+|compet(?:encia|idor\p{L}*)|concorren\p{L}+|konkurencj\p{L}+|rakip\p{L}*|конкурент\p{L}*|ανταγωνιστ\p{L}+|pesaing\p{L}*|đối thủ)(?!\p{L})|競合|竞争对手|경쟁사|المنافس|प्रतिद्वंद्वी|המתחר/iu
const WRONG =
  /(?<!\p{L})(?:poison\p{L}*|scam\p{L}*|cheat\p{L}*|lie[sd]? |lying|liars?|steal\p{L}*|stole|stolen|thie(?:f|ves)|fraud\p{L}*|crooks?|rip(?:s|ping)? (?:you|people|customers|off)|water(?:s|ed|ing)? down|overcharg\p{L}*|charg\p{L}+ too much|mislead\p{L}*|deceiv\p{L}*|abzock\p{L}*|überteuer\p{L}*|unsafe|toxic|dangerous|garbage|trash|fake|kills?|harm(?:s|ful)?|exploit\p{L}*|disgusting|illegal\p{L}*|mouldy|moldy|rats?|vergift\p{L}*|betrüg\p{L}*|betrug|lügt|lügen|gefährlich\p{L}*|gestohlen|stiehlt|giftig\p{L}*|empoisonn\p{L}*|escro\p{L}+|arnaqu\p{L}*|ment(?:ent)?|vol(?:e|ent|é) |dangereu\p{L}+|envenena\p{L}*|estafa\p{L}*|miente\p{L}*|roba\p{L}*|peligros\p{L}+|engana\p{L}*|rouba\p{L}*|perigos\p{L}+|avvelena\p{L}*|truff\p{L}+|ruba\p{L}*|pericolos\p{L}+|oplicht\p{L}*|steelt|gevaarlijk\p{L}*|oszuk\p{L}+|kradn\p{L}+|truj\p{L}+|dolandır\p{L}*|zehirl\p{L}*|обманыва\p{L}+|травит|отравля\p{L}+|мошенник\p{L}*|ворует)(?!\p{L})|詐欺|毒|騙|骗|사기|독/iu
const NAMED_WRONG =
  /(?<!\p{L})\p{Lu}[\p{L}’']+(?: \p{Lu}[\p{L}’']+)? (?:is|are|was) (?:a |an |all |just |nothing but )*(?:scam(?:mers?)?|frauds?|liars?|thie(?:f|ves)|crooks?|criminals?|cheats?|con artists?)(?!\p{L})/u

/** Whether a sentence says of others that they do wrong: what the sender would have to prove. */
function accuses(sentence: string): boolean {
  return NAMED_WRONG.test(sentence) || (RIVAL.test(sentence) && WRONG.test(sentence))
}

/** A text without accusations of others, as far as something else is left. */
export function withoutAccusations(text: string): { said: string; accusations: string[] } {
  const accusations = text.split('\n').flatMap((line) => splitSentences(line, 'und').filter(accuses))
  if (accusations.length === 0) return { said: text, accusations }
  const said = text
    .split('\n')
    .map((line) =>
      splitSentences(line, 'und')
        .filter((sentence) => !accuses(sentence))
        .join(' '),
    )
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
  return /\p{L}{2}/u.test(said) ? { said, accusations } : { said: text, accusations }
}
