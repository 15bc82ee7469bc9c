import type { StyleExample } from './port-brief.ts'
import type { WriteOptions } from './port-options.ts'

/** A page that a vendor's search found, and what the vendor says it says: foreign text. */
export interface WebFinding {
  readonly url: string
  readonly title?: string
  /** Empty where the vendor names a page and says nothing of it. */
  readonly text: string
}

/** Searches the web by the search that a model's vendor has itself. */
export interface WebSearch {
  /** The model that is asked, as a setting names it. */
  readonly name: string
  /**
   * Gives the pages in the vendor's order, each once. `onUsage` is called as by `TextModel`.
   *
   * @throws ModelError, or the signal's reason
   */
  search(question: string, options: Pick<WriteOptions, 'signal' | 'onUsage'>): Promise<readonly WebFinding[]>
}

/** Reads posts for the voice they are written in. */
export interface StyleReader {
  /** The model that is asked, as a setting names it. */
  readonly name: string
  /**
   * Gives orders to a writer, a line each, of no more than `MAX_STYLE_DESCRIPTION` characters, in the language of most posts; of
   * what the posts are about they say nothing. `onUsage` is called as by `TextModel`.
   *
   * @param posts the newest first
   * @throws ModelError, or the signal's reason
   */
  describe(posts: readonly StyleExample[], options: Pick<WriteOptions, 'signal' | 'onUsage'>): Promise<string>
}

/** The longest description of a voice, in characters. */
export const MAX_STYLE_DESCRIPTION = 4000

/** What a picture is to show: at least one of them is there. */
export interface PromptToEnhance {
  /** In the caller's words. */
  readonly prompt?: string
  /** A caption that the picture is to go with. */
  readonly caption?: { readonly text: string; readonly title?: string }
}

/** Rewrites what a picture is to show as a model that draws understands it best. */
export interface PromptEnhancer {
  /** The model that is asked, as a setting names it. */
  readonly name: string
  /**
   * Gives a prompt in the language of what it was given, of no more than `MAX_ENHANCED_PROMPT` characters. `onUsage` is called
   * as by `TextModel`.
   *
   * @throws ModelError, or the signal's reason
   */
  enhance(prompt: PromptToEnhance, options: Pick<WriteOptions, 'signal' | 'onUsage'>): Promise<string>
}

/** The longest prompt that an enhancer gives, in characters. */
export const MAX_ENHANCED_PROMPT = 2000
