import type { ImageBrand } from '#image-models/port.ts'
import type { ModelFailure, ModelUsage } from '#models/port.ts'
import type { VideoSize, Warning } from '@powerpost/contract'

/** An image that a video begins with, made small enough for any model by our own process. */
export interface SourceImage {
  readonly mimeType: 'image/jpeg'
  readonly bytes: Uint8Array
}

/** Everything a model gets about one video. */
export interface VideoBrief {
  /** What to show, in the caller's words; enhanced where that was asked for. */
  readonly prompt: string
  readonly size: VideoSize
  /** In seconds. */
  readonly duration: number
  readonly hasAudio: boolean
  readonly source?: SourceImage
  /** Absent: the workspace has none. */
  readonly brand?: ImageBrand
  /** The same brief with the same seed gives the same video, where the model can do that. Below 2 ** 31. */
  readonly seed: number
}

/** What of a brief a model cannot do. */
export interface VideoReview {
  /** What a caller is to know. What is not done is not charged. */
  readonly warning: Warning
  /** Something is made all the same: the image in motion, say. */
  readonly isMade: boolean
}

interface NamedVideoModel {
  /** Shown to callers, e.g. `built-in`. */
  readonly name: string
  /**
   * Finds, before anything is made, what of a brief the model cannot do. The same brief always gives the same.
   *
   * @returns undefined: all of it can be made
   */
  readonly review?: (brief: { readonly prompt: string; readonly hasSource: boolean }) => VideoReview | undefined
}

/** Our own renderer: it makes a file in this machine's own time. */
export interface RenderingVideoModel extends NamedVideoModel {
  readonly builtIn: true
  /**
   * Makes an MP4 of exactly the size and length that were asked for, silent.
   *
   * @param options.directory of its own, for the file: removed afterwards
   * @returns the path of the file, and what a caller is to know of it
   * @throws ModelError (of `#models/port.ts`), or the signal's reason
   */
  render(
    brief: VideoBrief,
    options: { readonly directory: string; readonly signal: AbortSignal },
  ): Promise<RenderedVideo>
}

export interface RenderedVideo {
  readonly path: string
  readonly warnings: readonly Warning[]
}

export interface SubmitOptions {
  /** Told once for each vendor's job that was accepted. */
  readonly onUsage?: (usage: ModelUsage) => void
}

/** How far a vendor's job is. */
export type VendorProgress =
  | { readonly state: 'working' }
  /** The file is at an address, for an hour at least. */
  | { readonly state: 'ready'; readonly url: string }
  /** It ended without a video. What the vendor said is for the log. */
  | { readonly state: 'failed'; readonly failure: ModelFailure; readonly said: string }
  /** The vendor knows no such job: it may not have heard of it yet. */
  | { readonly state: 'unknown' }

/** A vendor's model: it works for minutes, and is paid when it accepts a request. */
export interface VendorVideoModel extends NamedVideoModel {
  readonly builtIn: false
  /**
   * Asks the vendor to make a video, once.
   *
   * Nothing stops it but its own time limit: an answer that nobody waits for any more would be lost.
   *
   * @returns what the vendor calls its job, to be recorded before anything else
   * @throws ModelError when the vendor did not take the request; any other error when nobody knows whether it did
   */
  submit(brief: VideoBrief, options: SubmitOptions): Promise<string>
  /**
   * Looks how far a job is. Safe to repeat.
   *
   * @throws ModelError: it is worth another look; or the signal's reason
   */
  check(job: string, signal: AbortSignal): Promise<VendorProgress>
  /** Has a job stopped that nobody waits for any more, as far as the vendor can. Throws whatever went wrong. */
  readonly cancel?: (job: string, signal: AbortSignal) => Promise<void>
}

export type VideoModel = RenderingVideoModel | VendorVideoModel
