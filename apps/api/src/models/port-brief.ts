import type { WritingRules } from '#reading/rules/writing-rules.ts'
import type { Platform, PostType } from '@powerpost/contract'

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

/** That captions are to be written again, and what they were. */
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
