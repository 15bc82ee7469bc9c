import type { Warning } from '@powerpost/contract'
import type { Brief, PlatformCaption } from './port-brief.ts'
import type { WriteOptions } from './port-options.ts'

export * from './port-brief.ts'
export * from './port-failures.ts'
export * from './port-options.ts'
export * from './port-tools.ts'

/**
 * Writes captions.
 *
 * `write` yields each platform's caption as soon as it is finished, in any order, each platform of the brief once. It
 * must stop soon after `signal` is aborted. It throws to say that it could not do it; what it had yielded is kept by
 * the caller until then and thrown away.
 */
export interface TextModel {
  /** Shown to callers as the generator's model, e.g. `built-in`. */
  readonly name: string
  readonly builtIn: boolean
  /** The models behind this one that a request may name. Absent: itself. */
  readonly choices?: readonly TextModel[]
  /** Which model wrote a brief's captions, where several stand behind this one. Given the brief that `write` was given. */
  writerOf?(brief: Brief): string | undefined
  /** What of a brief it is known not to do, and what a person should look at, before anything is written. Absent: nothing is known. */
  review?(brief: BriefToReview): Warning[]
  write(brief: Brief, options: WriteOptions): AsyncIterable<PlatformCaption>
}

/** What of a brief is there before it is paid for: of the media no more than that they are there. */
export interface BriefToReview extends Pick<Brief, 'prompt' | 'ctaText' | 'style' | 'rewrite' | 'rules'> {
  readonly media: readonly unknown[]
}
