import type { ModelUsage, PromptEnhancer } from '#models/port.ts'
import type { Logger } from '#shared/logger.ts'
import type { PromptEnhancement } from '@powerpost/contract'

export interface EnhanceDependencies {
  readonly logger: Logger
  /** Absent: there is no text model to ask. */
  readonly enhancer: PromptEnhancer | undefined
}

/** What came of enhancing a prompt. */
export interface Enhancement {
  readonly outcome: PromptEnhancement
  /** The prompt as it was rewritten: only with `enhanced`. */
  readonly prompt?: string
}

interface EnhanceOptions {
  readonly subjectId: string
  readonly stored: {
    readonly enhance_prompt: boolean
    readonly prompt_enhancement: PromptEnhancement | null
    readonly prompt_used: string | null
  }
  /** What is rewritten. */
  readonly given: Parameters<PromptEnhancer['enhance']>[0]
  /** A built-in model sets the prompt's own words: more words would be more to read, not more to see. */
  readonly isBuiltIn: boolean
  /** Keeps what came of it, unless that is known already. Returns the prompt that is used from now on. */
  readonly save: (enhancement: Enhancement) => Promise<string | null>
  readonly signal: AbortSignal
  readonly onUsage: (usage: ModelUsage) => void
}

/** A prompt as a text model rewrites it, once for all runs and attempts of a subject; null when it is used as it is. */
export async function enhanceOnce(
  { logger, enhancer }: EnhanceDependencies,
  { subjectId, stored, given, isBuiltIn, save, signal, onUsage }: EnhanceOptions,
): Promise<string | null> {
  if (!stored.enhance_prompt || stored.prompt_enhancement !== null) return stored.prompt_used
  if (!enhancer || isBuiltIn) return save({ outcome: 'unavailable' })
  try {
    return await save({ outcome: 'enhanced', prompt: await enhancer.enhance(given, { signal, onUsage }) })
  } catch (error) {
    signal.throwIfAborted()
    logger.warn({ err: error, subject_id: subjectId }, 'a prompt could not be enhanced')
    return save({ outcome: 'failed' })
  }
}
