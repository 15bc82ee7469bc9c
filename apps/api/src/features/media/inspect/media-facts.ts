import type { StoredFacts } from '#db/types.ts'
import type { OriginalFile } from '@powerpost/contract'

/** Degrees clockwise. */
export type Rotation = 0 | 90 | 180 | 270

interface CommonFacts {
  /** Decided by the bytes, e.g. `image/jpeg`. */
  readonly mimeType: string
  /** Pixels, as shown: after the orientation or rotation the file asks for. */
  readonly width: number
  readonly height: number
  /** How far the stored picture is to be turned to be shown. Already applied to `width` and `height`. */
  readonly rotation: Rotation
  readonly facts: StoredFacts
}

export interface InspectedImage extends CommonFacts {
  readonly kind: 'image'
  /** One to three plain colour names that fill most of it, most first; none when it is wholly transparent. */
  readonly colours: readonly string[]
  /** What is to be kept instead of the bytes that were sent; absent: those. */
  readonly replacement?: Uint8Array
  /** What was sent, where another format is kept. */
  readonly original?: Omit<OriginalFile, 'file_name' | 'file_size'>
}

export interface InspectedVideo extends CommonFacts {
  readonly kind: 'video'
  /** Of the longest track. */
  readonly durationSeconds: number
}

/** Its size is that of its first page, in points. */
export interface InspectedDocument extends CommonFacts {
  readonly kind: 'document'
}

export type InspectedMedia = InspectedImage | InspectedVideo | InspectedDocument
