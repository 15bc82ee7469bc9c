import type { MimeType } from '../../media/schemas.ts'
import type { TextLimit } from '../limits.ts'
import type { Platform } from '../post-types.ts'

/** Where a figure was read, and when: one without a source cannot be checked again. */
export interface Source {
  readonly source: string
  readonly checked: string
}

/** Bounds of a figure, each inclusive. */
export interface Bounds extends Source {
  readonly min?: number
  readonly max?: number
  /** Whether the platform takes what is beyond them all the same, or third parties alone say that it does not. @default false */
  readonly tolerated?: boolean
  /** What people call them. @default the figures */
  readonly said?: string
}

/** Names that a platform takes. */
export interface Listed extends Source {
  readonly allowed: readonly string[]
  /** Whether it takes others all the same, or third parties alone say that it does not. @default false */
  readonly tolerated?: boolean
}

/** How files are to be encoded, as far as a platform says it. What it does not say is warned of where it is unusual. */
export interface EncodingRules {
  /** By FFmpeg's names, as of `video_codec` of a medium. */
  readonly videoCodecs?: Listed
  readonly audioCodecs?: Listed
  /** Frames a second. */
  readonly frameRate?: Bounds
  /** Of the sound, in hertz. */
  readonly sampleRate?: Bounds
  readonly audioChannels?: Bounds
  /** `4:2:0`, say. */
  readonly chroma?: Listed
  /** Present where pixels have to be square. */
  readonly squarePixels?: Source
  /** Present where the index has to stand at the front of the file, and edit lists may not be there. */
  readonly plainLayout?: Source
  /** Present where high dynamic range is shown as such. */
  readonly hdr?: Source
  /** Present where a JPEG with further pictures behind the first is not taken. */
  readonly singlePicture?: Source
}

/** Which pictures, or which videos, a post type takes. */
export interface FileRules {
  readonly formats: Source & { readonly allowed: readonly MimeType[] }
  /** How many of them. */
  readonly count: Bounds & { readonly max: number }
  /** In bytes. */
  readonly size?: Bounds
  /** In pixels. */
  readonly width?: Bounds
  /** In pixels. */
  readonly height?: Bounds
  /** Width by height. */
  readonly ratio?: Bounds
  /** Width by height, where another than the best is cut or framed. */
  readonly bestRatio?: Bounds
  /** Of a video. */
  readonly seconds?: Bounds
  /** How many a document has. */
  readonly pages?: Bounds
  readonly encoding?: EncodingRules
  /** How long a description for people who cannot see it may be, in UTF-16 code units. Absent where it takes none. */
  readonly altText?: Bounds & { readonly max: number }
  /** What a video can show before it plays: a moment of it, a picture, or either. Absent where it takes neither. */
  readonly cover?: Source & {
    readonly kinds: readonly CoverKind[]
    /** Of a picture: without a cover that is not as it must be, the video is posted all the same. */
    readonly formats?: readonly MimeType[]
    /** The same, in bytes. */
    readonly maxBytes?: number
  }
  /** Present where an account can be tagged on it at a place alone. */
  readonly placedTags?: Source
  /**
   * Present where the platform fetches the file from this server instead of taking it.
   * `unlessSignIn`: with the tokens of that platform it is sent.
   */
  readonly fetched?: Source & {
    readonly unlessSignIn?: Platform
    /** Whether it fetches from addresses alone that the operator has verified at the platform. @default false */
    readonly verified?: boolean
  }
}

/** A moment of the video, or a picture instead. */
export type CoverKind = 'moment' | 'picture'

/** Options without a default. */
type RequiredOption = 'privacy_level' | 'allow_comment' | 'allow_duet' | 'allow_stitch'

/** What accounts of a kind do not take. */
export interface AccountException extends Source {
  /** As `account_kind` of a connection. */
  readonly kind: 'profile' | 'organization'
  /** No first comment. @default false */
  readonly noFirstComment?: boolean
  /** An option, and the values that it may have. */
  readonly option?: { readonly name: 'visibility'; readonly allowed: readonly string[] }
  /** How to say it, as a sentence with what to do. */
  readonly message: string
}

/** A value of an option that keeps something from being done. */
export type OffWith = Source &
  (
    | { readonly option: 'privacy_status'; readonly value: 'private' }
    | { readonly option: 'made_for_kids'; readonly value: true }
  )

/** What of a post type a platform publishes. */
export interface PublishingRules {
  /** Absent where people see no text: a story. */
  readonly text?: TextLimit
  /** Present where it has a title of its own. */
  readonly title?: TextLimit & {
    readonly required: boolean
    /** Whether it takes no line breaks and no other control characters. @default false */
    readonly oneLine?: boolean
  }
  /** How long a comment of the account itself below its post may be. Absent where it takes none. */
  readonly firstComment?: TextLimit & {
    /** Whether third parties alone say so. @default false */
    readonly tolerated?: boolean
    /** Options with which nobody can comment, each with its value. */
    readonly offWith?: readonly OffWith[]
  }
  /** Present where others can follow a post in the same thread. */
  readonly thread?: Source
  /** Present where the platform charges the operator of this server, in US dollars for each post. */
  readonly charges?: Source & { readonly post: number; readonly postWithLink: number }
  /**
   * How many of these an account can publish by an API in 24 hours, where the platform says so and cannot be asked how many are left.
   * Those that this server published are counted.
   */
  readonly perDay?: Source & { readonly max: number }
  /** How many hashtags it takes at all, or makes use of; how many it should have is a rule of captions. */
  readonly hashtags?: Bounds & { readonly max: number }
  /** Whether it takes no post without media, or none without either text or media. */
  readonly needs: 'media' | 'text or media'
  /** Absent where it takes no pictures. */
  readonly images?: FileRules
  /** Absent where it takes no videos. */
  readonly videos?: FileRules
  /** Absent where it takes no documents. */
  readonly documents?: FileRules
  /** Whether it takes pictures and videos in one post, and how many together. */
  readonly mixed?: Bounds & { readonly max: number }
  /** What a person has to choose: names of options. In the mode `inbox` they choose it at the platform. */
  readonly requiredOptions?: Source & { readonly names: readonly RequiredOption[] }
  /** Present where media can be put into an inbox, in which a person finishes the post: what of the item is not used then. */
  readonly inbox?: Source & { readonly takesText: boolean; readonly unusedOptions: readonly string[] }
  /** Options of the platform that have no effect on a post of this type. */
  readonly unusedOptions?: Source & { readonly names: readonly string[] }
  /** What some kinds of accounts do not take of it. */
  readonly exceptions?: readonly AccountException[]
  /** Present where a post can show a card for the page that the option `article_url` names, with so many pictures at most. */
  readonly article?: Source & { readonly images: number }
  /** Present where a post without media shows a preview of the page that the option `link` names. */
  readonly linkPreview?: Source
  /** Present where the platform itself can publish later: who can see it until then. */
  readonly publishAt?: Source & { readonly privacyStatus: 'private' }
  /** What an item costs of a daily quota of the operator's app besides being posted: without enough of it, these are left out. */
  readonly units?: Source & {
    /** As `GET /connections/{id}/limits` names it. */
    readonly quota: string
    readonly cover: number
    readonly playlist: number
    readonly firstComment: number
  }
  /** How long its keywords are together, in characters as it counts them. */
  readonly tags?: Bounds & { readonly max: number }
  /** The ids of the categories that it can be in. */
  readonly categories?: Source & { readonly ids: readonly string[] }
}
