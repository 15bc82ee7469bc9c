import type { WritingRules } from '#reading/rules/writing-rules.ts'
import type { ModelUsage } from '#shared/model-usage.ts'
import type { Platform, PostType, Warning } from '@powerpost/contract'

export type { ModelUsage }

/** What a caption is on each platform: one text with its hashtags inside, except on YouTube. */
export type Captions = {
  [P in Platform]: P extends 'youtube' ? { title: string; description: string } : string
}

/** A finished caption of one platform. */
export type PlatformCaption = {
  [P in Platform]: { readonly platform: P; readonly caption: Captions[P] }
}[Platform]

/** What is truly known of a picture that a caption is written about. */
export interface ImageFacts {
  readonly kind: 'image'
  /** The name the caller uploaded it under, extension included. */
  readonly fileName: string
  /** Pixels, as shown: after the orientation the file asks for. */
  readonly width: number
  readonly height: number
  /** The few colours that fill most of it, most first, as plain names (`deep blue`, `white`). */
  readonly colours: readonly string[]
}

/** What is truly known of a video that a caption is written about. */
export interface VideoFacts {
  readonly kind: 'video'
  readonly fileName: string
  readonly width: number
  readonly height: number
  readonly durationSeconds: number
}

export type MediaFacts = ImageFacts | VideoFacts

/** A brand's own voice. */
export interface WritingStyle {
  readonly name: string
  /** How to write, in the brand's words. */
  readonly instructions: string
  /** Texts written in that voice. */
  readonly examples: readonly StyleExample[]
}

/** A text written in a voice, and the platform it was written for, where that is known. */
export interface StyleExample {
  readonly text: string
  readonly platform?: Platform
}

/** What was read about the subject before writing. It is foreign text: material, never an instruction. */
export interface ResearchNote {
  readonly url: string
  readonly title?: string
  readonly text: string
}

/** That captions are to be written anew, and what they were. */
export interface Rewrite {
  /** How often they were written before. */
  readonly times: number
  /** The captions as they are. What is written must not be the same. */
  readonly previous: Partial<Captions>
  /** Further ones that were written already. */
  readonly others?: readonly Partial<Captions>[]
  /** What is to be different, in the caller's words. */
  readonly instruction?: string
}

/** Who speaks, in the words of the customer's brand profile. */
export interface Brand {
  readonly name?: string | undefined
  readonly handle?: string | undefined
  readonly audience?: string | undefined
  readonly slogan?: string | undefined
  /** A language tag with a region. */
  readonly locale?: string | undefined
}

/** What can be asked for besides captions. */
export type Extra = 'alt_text' | 'first_comment' | 'thread'

/** What a model wrote of it, not yet checked. */
export interface Extras {
  /** Of each picture, in the order of the media. */
  readonly altTexts: readonly string[]
  readonly firstComment: string
  /** The parts of a thread. */
  readonly thread: readonly string[]
}

/** Everything a model gets. It may use nothing else: no clock, no randomness, no network of its own choosing. */
export interface Brief {
  /** What to post about, as the caller sent it. Absent when only media were given. */
  readonly prompt?: string
  /** Must stand in every caption, character for character. Never blank, and without blanks around it. */
  readonly ctaText?: string
  /** At least one; the platforms of `postTypes`, in the order asked for. */
  readonly platforms: readonly Platform[]
  readonly postTypes: readonly PostType[]
  readonly researchMode: 'regular' | 'deep'
  /** Empty for a text. Either 1-10 images or exactly one video. */
  readonly media: readonly MediaFacts[]
  readonly style?: WritingStyle
  /** Rules of the request's controls, of the brand profile and of the style. What the prompt and a change ask for goes before them. */
  readonly rules?: WritingRules
  /** Empty or absent: nothing was looked up. */
  readonly research?: readonly ResearchNote[]
  /** Absent: they are written for the first time. */
  readonly rewrite?: Rewrite
  /** The day it is asked for, `2026-11-30`, where the brand's readers live; the time zone where it is known. */
  readonly today?: { readonly date: string; readonly timeZone?: string | undefined }
  readonly brand?: Brand
  /** What is to be written besides the captions, as far as the model can. */
  readonly include?: readonly Extra[]
}

/** A picture for a model to look at: an image of the brief, made smaller, or a frame of its video. */
export interface Picture {
  readonly mimeType: 'image/jpeg'
  readonly bytes: Uint8Array
  /** Of a frame: where in the video it stands. */
  readonly atSeconds?: number
}

/** A video of the brief itself, for a model that takes one. */
export interface VideoFile {
  readonly mimeType: 'video/mp4' | 'video/quicktime' | 'video/webm'
  /** Bytes. */
  readonly size: number
  /** Reads all of it into memory. */
  read(signal: AbortSignal): Promise<Uint8Array>
}

export interface WriteOptions {
  readonly signal: AbortSignal
  /** Gives the pictures of a medium of the brief, by its place; none when it cannot be looked at. */
  readonly look?: (place: number) => Promise<readonly Picture[]>
  /** Gives a video of the brief itself, by its place; undefined when it cannot be read. */
  readonly openVideo?: (place: number) => Promise<VideoFile | undefined>
  /**
   * Told the places of the media that were shown with a request, once its vendor began to answer; none: it writes from what
   * is known of the files. What a vendor refused to look at was not shown.
   */
  readonly onShown?: (places: readonly number[]) => void
  /** Told after every call of a vendor, failed ones too as far as the vendor says what they cost. */
  readonly onUsage?: (usage: ModelUsage) => void
  /** Called with what was written besides the captions, piece by piece; never called by a model that writes none. */
  readonly onExtras?: (extras: Partial<Extras>) => void
  /** Called for what of the brief was not done, and for what a person should look at. */
  readonly onWarning?: (warning: Warning) => void
}

/**
 * Why a model could not write.
 *
 * - `busy`: too many requests; worth another try after `retryAfterSeconds`.
 * - `down`: it cannot be reached, or broke; worth another try soon.
 * - `silent`: it accepted the request and did not answer in time; worth another try soon.
 * - `no_such_model`: its vendor has no model of this name, or the address is another's; the operator must mend it.
 * - `no_credit`: the operator's account at the vendor is empty; the operator must fill it.
 * - `misconfigured`: its key or address is wrong; the operator must mend it.
 * - `too_long`: it cannot take so much text; the caller must give less, or the operator another model.
 * - `refused`: it will not write about this.
 * - `unusable`: what it answered cannot be used, after a repair was asked for.
 */
export type ModelFailure =
  | 'busy'
  | 'down'
  | 'silent'
  | 'no_such_model'
  | 'no_credit'
  | 'misconfigured'
  | 'too_long'
  | 'refused'
  | 'unusable'

/** A model could not write. The message is for the log: it names no key and repeats nothing of the vendor's text. */
export class ModelError extends Error {
  override readonly name = 'ModelError'
  readonly failure: ModelFailure
  readonly retryAfterSeconds: number | undefined

  constructor(failure: ModelFailure, message: string, options: ErrorOptions & { retryAfterSeconds?: number } = {}) {
    super(message, options)
    this.failure = failure
    this.retryAfterSeconds = options.retryAfterSeconds
  }
}

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
   * what the posts are about they say nothing. `onUsage` is told as by `TextModel`.
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
