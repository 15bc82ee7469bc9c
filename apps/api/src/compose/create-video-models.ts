import type { Config } from '#config/index.ts'
import type { VideoModels } from '#video-models/registry.ts'
import { createVideoModelsFromSettings } from '#video-models/vendors/index.ts'

/** The models that the settings name a vendor for. */
export function createConfiguredVideoModels({ videoModels }: Config): Partial<VideoModels> {
  return videoModels ? createVideoModelsFromSettings(videoModels) : {}
}
