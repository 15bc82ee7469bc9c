import { readPrompt } from '#reading/brief/read-prompt.ts'
import { readStyle } from '#reading/brief/read-style.ts'
import { detectLanguage } from '#reading/language/detect-language.ts'
import { mergeRules } from '#reading/rules/merge-rules.ts'
import type { WritingRules } from '#reading/rules/writing-rules.ts'
import { cleanText } from '#reading/text/clean-text.ts'
import type { Brief } from '../port.ts'

/** All rules that a brief's captions are to keep, the highest first: a change, the prompt, what came with it, the style. */
export function rulesOf({ prompt = '', rewrite, rules, style }: Brief): WritingRules {
  const text = cleanText(prompt)
  const change = rewrite?.instruction
  return mergeRules(
    change === undefined ? undefined : readStyle(change, detectLanguage(change)).rules,
    text === '' ? undefined : readPrompt(text, detectLanguage(text)).rules,
    rules,
    style && readStyle(style.instructions, detectLanguage(style.instructions)).rules,
  )
}
