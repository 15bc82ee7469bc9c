import type { Language } from '#reading/language/stop-words.ts'
import given from './lone.json' with { type: 'json' }

/**
 * What stands around a lone thought, so that it is not the same on every platform: it claims nothing, and fits any statement.
 * `ask` and `meet` are questions for those who want one at the end, `like` follows what is no news;
 * `update` and `short` lead to a sentence, `focus` and `topic` to a subject; `save` and `share` follow either.
 */
export interface LonePhrases {
  readonly save: string
  readonly like?: string
  readonly ask: string
  readonly meet?: string
  readonly share: string
  readonly update: string
  readonly short: string
  readonly focus?: string
  readonly topic?: string
}

export const LONE: Readonly<Partial<Record<Language, LonePhrases>>> = given
