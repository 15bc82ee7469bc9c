import type { Language } from '#reading/language/stop-words.ts'
import given from './lone.json' with { type: 'json' }

/**
 * What stands around a lone thought, so that it is not the same on every platform: it claims nothing, and fits any statement.
 * `update` and `short` lead to a sentence, `focus` to a subject; `save` and `share` follow either.
 */
export interface LonePhrases {
  readonly save: string
  readonly share: string
  readonly update: string
  readonly short: string
  readonly focus?: string
}

export const LONE: Readonly<Partial<Record<Language, LonePhrases>>> = given
