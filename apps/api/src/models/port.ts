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

/** Everything a model is told. It may use nothing else: no clock, no randomness, no network of its own choosing. */
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
  write(brief: Brief, options: { readonly signal: AbortSignal }): AsyncIterable<PlatformCaption>
}
