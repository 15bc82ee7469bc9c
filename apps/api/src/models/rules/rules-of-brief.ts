import { mergeRules } from '#reading/rules/merge-rules.ts'
import type { WritingRules } from '#reading/rules/writing-rules.ts'
import type { Brief } from '../port.ts'

/** All rules that a brief's captions are to keep, the highest first: what its words ask for, then what came with it. */
export function rulesOf(brief: Brief): WritingRules {
  return mergeRules(brief.rules)
}
