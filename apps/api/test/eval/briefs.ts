import { PLATFORMS } from '@powerpost/contract'
import type { WarningCode } from '@powerpost/contract'
import type { Brief } from '#models/port.ts'
import type { WritingRules } from '#reading/rules/writing-rules.ts'
import given from './briefs.json' with { type: 'json' }

/** A brief as somebody might send it, and what code can decide about its captions. */
export interface EvalBrief {
  readonly name: string
  readonly kind: string
  /** Primary subtag of BCP 47. */
  readonly language: string
  readonly prompt: string
  readonly cta?: string
  readonly rules?: WritingRules
  /** Instructions of a writing style. */
  readonly style?: string
  /** What every caption must say. */
  readonly keep: readonly string[]
  /** Words of an order to the writer: no caption says them. */
  readonly forbid?: readonly string[]
  /** What must not be revealed. */
  readonly secret?: readonly string[]
  readonly emoji?: 'none'
  readonly maxTags?: number
  readonly noQuestion?: boolean
  readonly noExclamation?: boolean
  readonly lower?: boolean
  /** A warning that is expected. */
  readonly warns?: WarningCode
}

export const EVAL_BRIEFS = given as readonly EvalBrief[]

/** The brief as a model gets it, for all six platforms. */
export function toBrief({ prompt, cta, rules, style }: EvalBrief): Brief {
  return {
    prompt,
    ...(cta !== undefined && { ctaText: cta }),
    platforms: PLATFORMS,
    postTypes: ['instagram-feed', 'tiktok-video', 'youtube-video', 'x-post', 'facebook-post', 'linkedin-post'],
    researchMode: 'regular',
    media: [],
    ...(rules && { rules }),
    ...(style !== undefined && { style: { name: 'Voice', instructions: style, examples: [] } }),
    today: { date: '2026-03-02' },
  }
}
