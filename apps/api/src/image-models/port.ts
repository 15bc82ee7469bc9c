import type { ImageSize, PostType, Warning } from '@powerpost/contract'
import type { ModelUsage } from '#models/port.ts'

/** What the contract calls a size: a shape, not pixels. */
export type { ImageSize }

/** What a size comes to in pixels. A picture has exactly these when a caller gets it. */
export interface Dimensions {
  readonly width: number
  readonly height: number
}

/** The pixels of each size: what the platforms show without scaling up. */
export const IMAGE_DIMENSIONS = {
  square: { width: 1080, height: 1080 },
  feed: { width: 1080, height: 1350 },
  portrait: { width: 1080, height: 1920 },
  landscape: { width: 1920, height: 1080 },
} as const satisfies Record<ImageSize, Dimensions>

/** A picture whose look is to be taken up: made small enough for any model before. */
export interface StyleImage {
  readonly mimeType: 'image/jpeg'
  readonly bytes: Uint8Array
  /** The few colours that fill most of it, most first, as `#rrggbb`. */
  readonly colours: readonly string[]
}

/** What the pictures of a workspace are recognised by. */
export interface ImageBrand {
  /** As `#rrggbb`, the most important first. Empty: the model chooses. */
  readonly colours: readonly string[]
  readonly logo?: BrandLogo
  /** As it is shown, e.g. `@copperpot`. */
  readonly handle?: string
}

/** A logo, made small by our own process: see `lookAtLogo`. */
export interface BrandLogo {
  /** Transparent where the logo has no ground. */
  readonly mimeType: 'image/png'
  readonly bytes: Uint8Array
}

/** The caption that a picture is to go with. */
export interface CaptionToIllustrate {
  readonly postType: PostType
  /** With its hashtags inside; on YouTube the description. */
  readonly text: string
  /** YouTube. */
  readonly title?: string
}

/** Everything a model gets about one picture. At least one of `prompt` and `caption` is there. */
export interface ImageBrief {
  /** What to show, in the caller's words; enhanced where that was asked for. */
  readonly prompt?: string
  readonly caption?: CaptionToIllustrate
  readonly size: ImageSize
  /** At most four. */
  readonly styleImages: readonly StyleImage[]
  /** Absent: the workspace has none, or the brief is not to be drawn in it. */
  readonly brand?: ImageBrand
  /** Which of the pictures of one request this is, from 0: no two are to look the same. */
  readonly index: number
  /** The same brief with the same seed gives the same picture, where the model can do that. */
  readonly seed: number
}

export interface DrawOptions {
  readonly signal: AbortSignal
  /** Told once for each call of a vendor that was made, failed ones too. */
  readonly onUsage?: (usage: ModelUsage) => void
}

/** A picture as a model gave it. It may miss the dimensions that were asked for: the code that stores it checks and crops. */
export interface DrawnImage {
  readonly mimeType: 'image/jpeg' | 'image/png' | 'image/webp'
  readonly bytes: Uint8Array
}

/** What of a brief a model cannot do. */
export interface BriefReview {
  /** What a caller is to know. What is not done is not charged. */
  readonly warning: Warning
  /** Something is drawn all the same: a card of the caption, say. */
  readonly isDrawn: boolean
}

/** Draws pictures, one a call, so that one that fails takes no other with it. */
export interface ImageModel {
  /** Shown to callers, e.g. `built-in`. */
  readonly name: string
  /** True for our own renderer. It draws JPEGs of exactly the size that was asked for, which are stored as they are. */
  readonly builtIn: boolean
  /**
   * Finds, before anything is drawn, what of a brief the model cannot do. The same brief always gives the same.
   *
   * @returns undefined: all of it can be drawn
   */
  readonly review?: (brief: Pick<ImageBrief, 'prompt' | 'caption'>) => BriefReview | undefined
  /**
   * Draws one picture.
   *
   * @throws ModelError (of `#models/port.ts`), or the signal's reason
   */
  draw(brief: ImageBrief, options: DrawOptions): Promise<DrawnImage>
}
