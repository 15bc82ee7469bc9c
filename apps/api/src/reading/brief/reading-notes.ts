import type { Language } from '../language/stop-words.ts'
import type { WritingRules } from '../rules/writing-rules.ts'
import type { BriefPatterns } from './patterns.ts'
import { withoutSecrecy } from './secrecy.ts'
import type { Secret } from './secrets.ts'
import { toSecret } from './secrets.ts'

/** What is noted of a brief while it is read. */
export interface Notes {
  rules: WritingRules
  readonly secrets: Secret[]
  readonly manners: string[]
  readonly attacks: string[]
  readonly unsure: string[]
  readonly tags: string[]
  /** What is written about, where an order left no statement. */
  subject?: string | undefined
}

/** What a sentence of a brief is read with. */
export interface Context {
  readonly patterns: BriefPatterns
  readonly language: Language
  readonly isRequest: boolean
  readonly notes: Notes
}

/** Says nothing of a sentence that is a secret, nor of what it could be guessed from. */
export function keepSecret(sentence: string, { notes, language, patterns }: Context): string[] {
  notes.secrets.push(toSecret(withoutSecrecy(sentence, language), language, patterns))
  return []
}
