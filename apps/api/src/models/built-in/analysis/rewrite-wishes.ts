import type { Rewrite } from '../../port.ts'
import { takeDirectives } from '#reading/prompt/directives.ts'

/** What a caller wants different, as far as rules can tell. */
export interface RewriteWishes {
  readonly wantsEmoji: boolean
  readonly wantsHashtags: boolean
  readonly wantsShorter: boolean
}

const SHORTER =
  /\b(?:short|shorter|shorten|brief|briefer|concise|less text|kürzer|kurz|plus court|corto|más breve|mais curto|più breve|korter|kortare|krócej)\b/iu

/** Reads what is to be different. Nothing said: nothing wished. */
export function readWishes(rewrite: Rewrite | undefined): RewriteWishes {
  const instruction = rewrite?.instruction ?? ''
  const { wantsEmoji, wantsHashtags } = takeDirectives(instruction, true)
  return { wantsEmoji, wantsHashtags, wantsShorter: SHORTER.test(instruction) }
}

/** The same things, begun at another place: other numbers give other orders. */
export function rotate<T>(items: readonly T[], by: number): T[] {
  if (items.length === 0) return []
  const at = by % items.length
  return [...items.slice(at), ...items.slice(0, at)]
}
