import { STOP_WORDS } from '../language/stop-words.ts'
import { blankProtected } from '../text/protected-spans.ts'
import type { KeyPhrase } from './key-phrase.ts'

const WEAK = new Set(
  `tag tage tagen woche wochen monat monate jahr jahre jahren stunde stunden uhr leute mensch menschen mal ding dinge art teil montag dienstag mittwoch
  donnerstag freitag samstag sonntag januar februar märz april mai juni juli august september oktober november dezember morgen abend
  nacht ende anfang welt team zeit wochenende prozent euro frage fragen thema teile sie ihnen ihr ihre du euch euro angebot damen herren`.split(
    /\s+/u,
  ),
)

/** Nouns and names: German writes both with a capital. Adjacent ones make one phrase. */
export function findGermanPhrases(text: string): KeyPhrase[] {
  const blanked = blankProtected(text)
  const phrases: KeyPhrase[] = []
  let run: string[] = []
  let end = 0
  const close = () => {
    if (run.length > 0 && run.length <= 3)
      phrases.push({ words: run, score: (run.length > 1 ? 3 : 2) - phrases.length * 0.1 })
    run = []
  }
  for (const match of blanked.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*/gu)) {
    const word = match[0].replace(/-$/u, '')
    const gap = blanked.slice(end, match.index)
    if (gap !== ' ') close()
    end = match.index + match[0].length
    const opensSentence = match.index === 0 || /[.!?…:\n„"]\s*$/u.test(blanked.slice(0, match.index))
    const lower = word.toLowerCase()
    const isNoun = /^\p{Lu}/u.test(word) && word.length > 2 && !STOP_WORDS.de.has(lower) && !WEAK.has(lower)
    // A capital at the start of a sentence tells nothing, unless the word ends as only nouns do.
    if (isNoun && (!opensSentence || /(?:ung|heit|keit|schaft|markt|tag)$/u.test(lower))) run.push(word)
    else close()
  }
  close()
  return phrases
}
