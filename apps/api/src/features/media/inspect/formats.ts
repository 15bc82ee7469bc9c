export type MediaKind = 'image' | 'video' | 'document'
export type MediaMimeType =
  | 'image/jpeg'
  | 'image/png'
  | 'image/webp'
  | 'image/heic'
  | 'video/mp4'
  | 'video/quicktime'
  | 'video/webm'
  | 'application/pdf'

export interface MediaFormat {
  readonly kind: MediaKind
  readonly mimeType: MediaMimeType
  /** As people call it, with its article, e.g. `a JPEG`. */
  readonly called: string
}

const FORMATS: { readonly [M in MediaMimeType]: MediaFormat & { readonly mimeType: M } } = {
  'image/jpeg': { kind: 'image', mimeType: 'image/jpeg', called: 'a JPEG' },
  'image/png': { kind: 'image', mimeType: 'image/png', called: 'a PNG' },
  'image/webp': { kind: 'image', mimeType: 'image/webp', called: 'a WebP' },
  // Taken, and kept as a JPEG.
  'image/heic': { kind: 'image', mimeType: 'image/heic', called: 'a HEIC' },
  'video/mp4': { kind: 'video', mimeType: 'video/mp4', called: 'an MP4' },
  'video/quicktime': { kind: 'video', mimeType: 'video/quicktime', called: 'a MOV' },
  'video/webm': { kind: 'video', mimeType: 'video/webm', called: 'a WebM' },
  'application/pdf': { kind: 'document', mimeType: 'application/pdf', called: 'a PDF' },
}

/** What else the same bytes may be called. */
const ALIASES: ReadonlyMap<string, MediaMimeType> = new Map([
  // Apple's brand of MP4, which differs in its name only.
  ['video/x-m4v', 'video/mp4'],
  // Phones write H.264 under the brands of 3GP, which is the same container.
  ['video/3gpp', 'video/mp4'],
  ['video/3gpp2', 'video/mp4'],
  // An animation of one frame is a picture; one of several is refused once its frames are counted.
  ['image/apng', 'image/png'],
  // By the brands of the container: of one picture or several, of which the primary one is taken.
  ['image/heif', 'image/heic'],
  ['image/heic-sequence', 'image/heic'],
  ['image/heif-sequence', 'image/heic'],
])

/** The format of that media type, if it is one we take. */
export function findMediaFormat(mimeType: string): MediaFormat | undefined {
  return Object.values(FORMATS).find((format) => format.mimeType === (ALIASES.get(mimeType) ?? mimeType))
}
