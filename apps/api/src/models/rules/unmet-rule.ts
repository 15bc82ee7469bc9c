import type { WritingRules } from '#reading/rules/writing-rules.ts'

/** A rule that a caption does not keep, and that code alone could not make it keep. */
export interface UnmetRule {
  readonly rule: keyof WritingRules
  /** A sentence for a model that is to repair it, and for the caller. */
  readonly message: string
}
