// Made from packages/contract by `pnpm generate`: change it there.

import { JobFailedError } from '../errors/job-failed-error.ts'
import type { ConnectionRequest, Generation, ImageGeneration, Post, Rendition, VideoGeneration } from './types.ts'

/** A `ConnectionRequest` that you waited for ended `failed`: `job` has what came of it. */
export class ConnectionRequestFailedError extends JobFailedError {
  override readonly name = 'ConnectionRequestFailedError'
  declare readonly job: ConnectionRequest
}

/** A `Generation` that you waited for ended `failed`: `job` has what came of it. */
export class GenerationFailedError extends JobFailedError {
  override readonly name = 'GenerationFailedError'
  declare readonly job: Generation
}

/** A `ImageGeneration` that you waited for ended `failed`: `job` has what came of it. */
export class ImageGenerationFailedError extends JobFailedError {
  override readonly name = 'ImageGenerationFailedError'
  declare readonly job: ImageGeneration
}

/** A `Post` that you waited for ended `failed`: `job` has what came of it. */
export class PostFailedError extends JobFailedError {
  override readonly name = 'PostFailedError'
  declare readonly job: Post
}

/** A `Rendition` that you waited for ended `failed`: `job` has what came of it. */
export class RenditionFailedError extends JobFailedError {
  override readonly name = 'RenditionFailedError'
  declare readonly job: Rendition
}

/** A `VideoGeneration` that you waited for ended `failed`: `job` has what came of it. */
export class VideoGenerationFailedError extends JobFailedError {
  override readonly name = 'VideoGenerationFailedError'
  declare readonly job: VideoGeneration
}

/** The error of every kind of job. */
export const JOB_ERRORS: Readonly<Record<string, typeof JobFailedError>> = {
  ConnectionRequest: ConnectionRequestFailedError,
  Generation: GenerationFailedError,
  ImageGeneration: ImageGenerationFailedError,
  Post: PostFailedError,
  Rendition: RenditionFailedError,
  VideoGeneration: VideoGenerationFailedError,
}
