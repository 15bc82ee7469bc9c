import { parseServedModels, parseVendorAddresses } from '#shared/served-models.ts'
import type { ServedModel, ServedModels } from '#shared/served-models.ts'
import type { VideoModelName } from '@powerpost/contract'
import { VIDEO_MODEL_NAMES } from '@powerpost/contract'

/** Who is asked for videos. */
export const VIDEO_VENDOR_NAMES = ['fal', 'runway', 'replicate'] as const

export type VideoVendor = (typeof VIDEO_VENDOR_NAMES)[number]

/** A setting that names video models cannot be used. The message is one line that says what to write. */
export class VideoModelSpecError extends Error {
  override readonly name = 'VideoModelSpecError'
}

/** Looked up in November 2026. */
const TABLE: ServedModels<VideoModelName, VideoVendor> = {
  names: VIDEO_MODEL_NAMES,
  vendors: VIDEO_VENDOR_NAMES,
  defaults: {
    // https://fal.ai/models/fal-ai/kling-video/v3/pro/text-to-video
    'kling-3.0-pro': { vendor: 'fal', model: 'fal-ai/kling-video/v3/pro' },
    // https://fal.ai/models/fal-ai/veo3.1: Google's own API for keys serves no Veo any more.
    'veo-3.1': { vendor: 'fal', model: 'fal-ai/veo3.1' },
    // https://docs.dev.runwayml.com/guides/models
    'runway-gen-4.5': { vendor: 'runway', model: 'gen4.5' },
  },
  example: 'kling-3.0-pro=fal:fal-ai/kling-video/v3/pro,runway-gen-4.5',
  fail: (message) => new VideoModelSpecError(message),
}

/** Reads `POWERPOST_VIDEO_MODELS`. Throws VideoModelSpecError. */
export function parseVideoModels(text: string): readonly ServedModel<VideoModelName, VideoVendor>[] {
  return parseServedModels(text, TABLE)
}

/** Reads `POWERPOST_VIDEO_BASE_URLS`. Throws VideoModelSpecError. */
export function parseVideoBaseUrls(text: string): Readonly<Partial<Record<VideoVendor, string>>> {
  return parseVendorAddresses(text, TABLE)
}
