// Made from packages/contract by `pnpm generate`: change it there.

import type { Uploadable } from '../core/upload/uploadable.ts'

/** The captions by platform, hashtags inside: a text, on YouTube a title and a description. */
export interface Captions {
  instagram?: string
  tiktok?: string
  youtube?: {
    /** At most 100 characters. */
    title: string
    /** At most 5,000 bytes, hashtags inside. */
    description: string
  }
  x?: string
  facebook?: string
  linkedin?: string
}

/** A new writing style. Not active unless it says so. */
export interface CreateWritingStyleRequest {
  /**
   * What people call it. At most 100 characters.
   * @minLength 1
   * @maxLength 100
   * @example "Our voice"
   */
  name: string
  /**
   * How to write, in your own words. At most 5,000 characters.
   * @minLength 1
   * @maxLength 5000
   * @example "Short sentences. Dry humour. Never say \"excited\"."
   */
  instructions: string
  /**
   * Texts written in this voice, at most 10 of at most 3,000 characters.
   * @maxItems 10
   */
  examples?: readonly string[] | undefined
  /** Whether generations that name no style use this one. At most one of a workspace is active. */
  active?: boolean | undefined
}

/** The account's balance. */
export interface Credits {
  /**
   * Credits left to spend.
   * @minimum 0
   */
  balance: number
}

/** It was deleted. */
export interface Deleted {
  /** Always true: a failure has another status. */
  success: true
}

/** What every answer that is not 200 holds. */
export interface ErrorBody {
  error: {
    /** What went wrong, for a person. */
    message: string
    /** What went wrong, for a program. */
    code: ErrorCode
    /** With VALIDATION_ERROR: every field that is wrong. */
    details?: ErrorDetail[]
    /** The same as the `X-Request-Id` header. Name it in a report. */
    request_id: string
    /**
     * Where this error is explained, on the server itself.
     * @format uri
     */
    doc_url: string
  }
}

/** What is wrong with one field of a request. */
export interface ErrorDetail {
  /**
   * The field, as one would write it in code.
   * @example "post_types[1]"
   * @example "prompt"
   */
  path: string
  /**
   * What is wrong with it.
   * @example "must have at least 3 characters"
   */
  message: string
}

/** What to write, and for which platforms. Unknown fields are ignored. */
export interface GenerateContentRequest {
  /**
   * What to post about, or context for the media. 3-500 characters, at least 3 of them from the first to the last
   * non-space. Needed when there are no media.
   * @minLength 3
   * @maxLength 500
   * @example "We just shipped dark mode across all our apps"
   */
  prompt?: string | undefined
  /**
   * 1-10 images, or exactly one video. Needed when there is no prompt; an empty list is as good as none.
   * @maxItems 10
   */
  media_ids?: readonly string[] | undefined
  /**
   * What to write for, 1-100. Duplicates are folded.
   * @minItems 1
   * @maxItems 100
   */
  post_types: readonly PostType[]
  /** `regular`: quick, with basic research. `deep`: extended research. */
  research_mode: ResearchMode
  /**
   * A writing style of this workspace. Omitted: the workspace's active style, if there is one.
   * @minLength 1
   * @maxLength 64
   */
  writing_style_id?: string | undefined
  /**
   * Pages to read before writing, at most 10; HTTPS, and none of a private network. Duplicates are folded.
   * @maxItems 10
   * @example ["https://example.com/press/dark-mode"]
   */
  source_urls?: readonly string[] | undefined
  /**
   * A call to action that stands in every caption, character for character. At most 100 characters.
   * @maxLength 100
   * @example "Update now in the app store"
   */
  cta_text?: string | undefined
}

/** A generation that was started. */
export interface GenerateContentResponse {
  /**
   * Unique id to track this generation.
   * @format uuid
   */
  generation_id: string
  /** Always `processing`. */
  status: 'processing'
  /**
   * Credits deducted for this generation.
   * @minimum 0
   */
  credits_used: number
  /**
   * The balance after the deduction.
   * @minimum 0
   */
  remaining_credits: number
  /**
   * Where to poll for the result, relative to the server.
   * @example "/api/v1/content/generations/0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b"
   */
  status_url: string
}

/** A generation with what came of it. */
export interface Generation {
  /**
   * Unique id of the generation.
   * @format uuid
   */
  generation_id: string
  /**
   * A generation is `processing` from the moment it is accepted until it ends `completed` or `failed`. `pending`
   * is part of the documented set; this server never answers it.
   */
  status: GenerationStatus
  /** As it was sent. Absent when only media were given. */
  prompt?: string
  /** The unique platforms, in the order asked for. */
  platforms: Platform[]
  /** `regular`: quick, with basic research. `deep`: extended research. */
  research_mode: ResearchMode
  /** What a generation is written from: it follows from the fields that were given. */
  input_type: InputType
  /**
   * Credits deducted at the start. Given back when the generation failed.
   * @minimum 0
   */
  credits_used: number
  /** False for what a sandbox key (`pp_test_sk_`) started. */
  livemode: boolean
  /**
   * When it was accepted.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  created_at: string
  /**
   * When it ended, `completed` or `failed`. Absent until then.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  completed_at?: string
  /** Absent until the generation is `completed`. */
  generator?: Generator
  /** Present when the status is `completed`. */
  outputs?: Captions
  /** Present when the status is `failed`. */
  error?: JobError
}

/** A page of generations. */
export interface GenerationPage {
  /** The items of this page, newest first. */
  data: GenerationSummary[]
  /** Give it as `cursor` to get the next page; null on the last one. */
  next_cursor: unknown
  /** Whether there is a next page. */
  has_more: boolean
}

/**
 * A generation is `processing` from the moment it is accepted until it ends `completed` or `failed`. `pending`
 * is part of the documented set; this server never answers it.
 */
export type GenerationStatus = 'pending' | 'processing' | 'completed' | 'failed'

/** A generation as lists show it, without its captions. */
export interface GenerationSummary {
  /**
   * Unique id of the generation.
   * @format uuid
   */
  generation_id: string
  /**
   * A generation is `processing` from the moment it is accepted until it ends `completed` or `failed`. `pending`
   * is part of the documented set; this server never answers it.
   */
  status: GenerationStatus
  /** As it was sent. Absent when only media were given. */
  prompt?: string
  /** The unique platforms, in the order asked for. */
  platforms: Platform[]
  /** `regular`: quick, with basic research. `deep`: extended research. */
  research_mode: ResearchMode
  /** What a generation is written from: it follows from the fields that were given. */
  input_type: InputType
  /**
   * Credits deducted at the start. Given back when the generation failed.
   * @minimum 0
   */
  credits_used: number
  /** False for what a sandbox key (`pp_test_sk_`) started. */
  livemode: boolean
  /**
   * When it was accepted.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  created_at: string
  /**
   * When it ended, `completed` or `failed`. Absent until then.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  completed_at?: string
  /** Absent until the generation is `completed`. */
  generator?: Generator
}

/** What wrote the captions. */
export interface Generator {
  /**
   * The model that wrote the captions.
   * @example "built-in"
   */
  model: string
  /** Whether that is the rule-based model that needs no key. */
  built_in: boolean
  /** What the model could look up: nothing, the sources it was given, or the web. */
  research: 'none' | 'sources' | 'web'
  /**
   * What the model knew of the media: facts about the files alone (names, sizes, colours), the pictures, or frames
   * of the video. Absent when there were none.
   */
  media?: 'facts' | 'pictures' | 'frames'
}

/** What a generation is written from: it follows from the fields that were given. */
export type InputType = 'text' | 'images' | 'video'

/** Why a job ended `failed`. Its credits were given back. */
export interface JobError {
  /** Why it failed, for a program. */
  code: 'GENERATION_FAILED'
  /** Why it failed, for a person. */
  message: string
}

export interface ListGenerationsQuery {
  /** Only generations of this status. */
  status?: GenerationStatus | undefined
  /**
   * How many items a page holds, 1-100.
   * @minimum 1
   * @maximum 100
   * @default 20
   * @example 20
   */
  limit?: number | undefined
  /**
   * The `next_cursor` of the page before. Opaque: do not build one.
   * @minLength 1
   * @maxLength 256
   */
  cursor?: string | undefined
}

export interface ListWritingStylesQuery {
  /**
   * How many items a page holds, 1-100.
   * @minimum 1
   * @maximum 100
   * @default 20
   * @example 20
   */
  limit?: number | undefined
  /**
   * The `next_cursor` of the page before. Opaque: do not build one.
   * @minLength 1
   * @maxLength 256
   */
  cursor?: string | undefined
}

/** An uploaded picture or video. */
export interface Media {
  /**
   * Unique id of the file. Give it as one of `media_ids`.
   * @format uuid
   */
  media_id: string
  /** What a file is. */
  type: MediaType
  /**
   * The name it was uploaded under.
   * @example "launch.jpg"
   */
  file_name: string
  /**
   * In bytes.
   * @exclusiveMinimum 0
   */
  file_size: number
  /** The format, as its bytes say. */
  mime_type: 'image/jpeg' | 'image/png' | 'image/webp' | 'video/mp4' | 'video/quicktime' | 'video/webm'
  /**
   * In pixels, as shown: after the rotation the file asks for.
   * @exclusiveMinimum 0
   */
  width: number
  /**
   * In pixels, as shown: after the rotation the file asks for.
   * @exclusiveMinimum 0
   */
  height: number
  /**
   * Of a video, in seconds. Absent for an image.
   * @exclusiveMinimum 0
   */
  duration_seconds?: number
  /**
   * When it was uploaded.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  created_at: string
}

/** What a file is. */
export type MediaType = 'image' | 'video'

/** Where a caption is posted. */
export type Platform = 'instagram' | 'tiktok' | 'youtube' | 'x' | 'facebook' | 'linkedin'

/** What the caption is for. The platform follows from it; post types of one platform share one caption. */
export type PostType = 'instagram-feed' | 'instagram-reel' | 'instagram-story' | 'tiktok-video' | 'tiktok-photos' | 'youtube-video' | 'youtube-short' | 'x-post' | 'facebook-post' | 'facebook-reel' | 'facebook-story' | 'linkedin-post'

/** `regular`: quick, with basic research. `deep`: extended research. */
export type ResearchMode = 'regular' | 'deep'

/** What to change of a writing style; `active: true` puts the others of the workspace out. */
export interface UpdateWritingStyleRequest {
  /**
   * What people call it. At most 100 characters.
   * @minLength 1
   * @maxLength 100
   * @example "Our voice"
   */
  name?: string | undefined
  /**
   * How to write, in your own words. At most 5,000 characters.
   * @minLength 1
   * @maxLength 5000
   * @example "Short sentences. Dry humour. Never say \"excited\"."
   */
  instructions?: string | undefined
  /**
   * Texts written in this voice, at most 10 of at most 3,000 characters.
   * @maxItems 10
   */
  examples?: readonly string[] | undefined
  /** Whether generations that name no style use this one. At most one of a workspace is active. */
  active?: boolean | undefined
}

/** A file and what it is, in either order. */
export interface UploadMediaRequest {
  /** The file: JPEG, PNG or WebP up to 10 MiB; MP4, MOV or WebM up to 500 MiB. */
  file: Uploadable
  /** What a file is. */
  type: MediaType
}

/** A brand's voice: generated captions sound like it. */
export interface WritingStyle {
  /**
   * Unique id of the writing style.
   * @format uuid
   */
  writing_style_id: string
  /** What people call it. */
  name: string
  /** How to write. */
  instructions: string
  /** Texts written in this voice. */
  examples: string[]
  /** Whether generations that name no style use this one. At most one of a workspace is active. */
  active: boolean
  /**
   * When it was created.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  created_at: string
  /**
   * When it was last changed.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  updated_at: string
}

/** A page of writing styles. */
export interface WritingStylePage {
  /** The items of this page, newest first. */
  data: WritingStyle[]
  /** Give it as `cursor` to get the next page; null on the last one. */
  next_cursor: unknown
  /** Whether there is a next page. */
  has_more: boolean
}

/** What an answer that is not 200 says went wrong, for a program. */
export type ErrorCode =
  /** 400. The request is invalid. */
  | 'VALIDATION_ERROR'
  /** 401. The API key is missing, malformed, unknown, expired or revoked. */
  | 'INVALID_API_KEY'
  /** 402. The balance is below the cost. */
  | 'INSUFFICIENT_CREDITS'
  /** 403. The workspace is not one of yours. */
  | 'FORBIDDEN'
  /** 403. The key may not do this. */
  | 'INSUFFICIENT_SCOPE'
  /** 404. There is no such thing in this workspace. */
  | 'NOT_FOUND'
  /** 405. The route does not know the method. */
  | 'METHOD_NOT_ALLOWED'
  /** 409. The request conflicts with the state of the resource. */
  | 'CONFLICT'
  /** 413. The file is too large. */
  | 'FILE_TOO_LARGE'
  /** 413. The account's storage is full. */
  | 'STORAGE_QUOTA_EXCEEDED'
  /** 413. The JSON body is too large. */
  | 'PAYLOAD_TOO_LARGE'
  /** 415. The content type is not supported, or the bytes are not the format they claim. */
  | 'UNSUPPORTED_MEDIA_TYPE'
  /** 500. Something broke on our side. */
  | 'INTERNAL_ERROR'
  /** 503. The server is starting, stopping, or has lost its database or its disk space. */
  | 'UNAVAILABLE'
