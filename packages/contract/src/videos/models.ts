import type { PRICES } from '../pricing/index.ts'

/** The shapes of videos, and their pixels. */
export const VIDEO_DIMENSIONS = {
  landscape: { width: 1920, height: 1080 },
  portrait: { width: 1080, height: 1920 },
} as const

export type VideoSize = keyof typeof VIDEO_DIMENSIONS

export const VIDEO_SIZES = Object.keys(VIDEO_DIMENSIONS) as [VideoSize, ...VideoSize[]]

/** The models that make videos, by the names that callers use. */
export type VideoModelName = keyof typeof PRICES.videos

/** What callers need to know of a model. */
export interface VideoModelRules {
  /** As its maker writes it. */
  readonly title: string
  /** In seconds. */
  readonly durations: readonly number[]
  /** Whether it makes sound when it is asked for it. */
  readonly makesAudio: boolean
  /** The longest prompt, in Unicode code points. */
  readonly maxPromptLength: number
}

/** Every model that makes videos: a new one is a line here and its prices. */
export const VIDEO_MODELS = {
  'kling-3.0-pro': { title: 'Kling 3.0 Pro', durations: [5, 10], makesAudio: true, maxPromptLength: 2500 },
  'veo-3.1': { title: 'Veo 3.1', durations: [4, 8], makesAudio: true, maxPromptLength: 3000 },
  'runway-gen-4.5': { title: 'Runway Gen-4.5', durations: [5, 10], makesAudio: false, maxPromptLength: 1000 },
} as const satisfies Record<VideoModelName, VideoModelRules>

export const VIDEO_MODEL_NAMES = Object.keys(VIDEO_MODELS) as [VideoModelName, ...VideoModelName[]]

export const DEFAULT_VIDEO_MODEL = 'kling-3.0-pro' satisfies VideoModelName

/** Bound of a video's `prompt` whatever the model, in Unicode code points. */
export const VIDEO_PROMPT_MAX_LENGTH = Math.max(...VIDEO_MODEL_NAMES.map((name) => VIDEO_MODELS[name].maxPromptLength))
