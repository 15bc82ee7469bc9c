import type { VideoModelName } from '@powerpost/contract'
import { VIDEO_MODEL_NAMES } from '@powerpost/contract'
import type { RenderingVideoModel, VideoModel } from './port.ts'

/** Who makes videos for each name that callers use: one that is missing does not compile. */
export type VideoModels = Readonly<Record<VideoModelName, VideoModel>>

/** Every documented model: its vendor where the settings name one, else the built-in model. */
export function createVideoModels(
  configured: Readonly<Partial<Record<VideoModelName, VideoModel>>>,
  builtInVideoModel: RenderingVideoModel,
): VideoModels {
  const entries = VIDEO_MODEL_NAMES.map((name) => [name, configured[name] ?? builtInVideoModel] as const)
  return Object.fromEntries(entries) as Record<VideoModelName, VideoModel>
}
