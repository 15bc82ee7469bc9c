import type { ModelUsage } from '#shared/model-usage.ts'
import type { Warning } from '@powerpost/contract'
import type { Extras } from './port-brief.ts'

export type { ModelUsage }

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
   * Called with the places of the media that were shown with a request, once its vendor began to answer; none: it writes from what
   * is known of the files. What a vendor refused to look at was not shown.
   */
  readonly onShown?: (places: readonly number[]) => void
  /** Called after every call of a vendor, failed ones too as far as the vendor says what they cost. */
  readonly onUsage?: (usage: ModelUsage) => void
  /** Called with what was written besides the captions, piece by piece; never called by a model that writes none. */
  readonly onExtras?: (extras: Partial<Extras>) => void
  /** Called for what of the brief was not done, and for what a person should look at. */
  readonly onWarning?: (warning: Warning) => void
}
