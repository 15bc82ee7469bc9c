import { blankProtected } from '../text/protected-spans.ts'
import type { KeyPhrase } from './key-phrase.ts'

const NAME_WORD = /^\p{Lu}[\p{L}\p{M}\p{N}'’-]*$|^\p{Ll}+\p{Lu}[\p{L}\p{N}]*$/u
const ENDS_SENTENCE = /(?:^|[.!?…:•\n«“"(*。！？\p{Extended_Pictographic}-]\ufe0f?)\s*["'“«(¿¡]*$/u

/**
 * Names: runs of capitalised words within a sentence.
 *
 * The only phrases that can be told in a language nothing else is known of. A text that capitalises most words tells
 * nothing by it, so it has none.
 */
export function findNames(text: string, isStopWord: (word: string) => boolean): KeyPhrase[] {
  const blanked = blankProtected(text)
  const tokens = [...blanked.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)]
  const capitalised = tokens.filter((token) => /^\p{Lu}/u.test(token[0])).length
  if (tokens.length > 3 && capitalised > tokens.length * 0.6) return []

  const phrases: KeyPhrase[] = []
  let run: string[] = []
  let end = 0
  const close = () => {
    const letters = run.join('').length
    if (run.length > 0 && run.length <= 3 && letters > 2)
      phrases.push({ words: run, score: (run.length > 1 ? 4 : 2.8) - phrases.length * 0.05 })
    run = []
  }
  for (const token of tokens) {
    const word = token[0]
    const gap = blanked.slice(end, token.index)
    const opensSentence = token.index === 0 || ENDS_SENTENCE.test(blanked.slice(0, token.index))
    if (run.length > 0 && !/^\s(?:& )?$/u.test(gap)) close()
    const isNumbered =
      run.length > 0 && /^\d{1,2}$/u.test(word) && !/^[.,:%]\d|^%/u.test(blanked.slice(token.index + word.length))
    if (isNumbered) run.push(word)
    else if (
      NAME_WORD.test(word) &&
      !isStopWord(word.toLowerCase()) &&
      (!opensSentence || /^\p{Ll}|^\p{Lu}{2,}/u.test(word))
    )
      run.push(word)
    else close()
    end = token.index + word.length
  }
  close()
  return phrases
}
