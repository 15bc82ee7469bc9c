import type { Config } from '#config/index.ts'
import { createImageModelsFromSettings } from '#image-models/ai-sdk/index.ts'
import type { ImageModels } from '#image-models/registry.ts'

/** The models that the settings name a vendor for. */
export function createConfiguredImageModels({ imageModels }: Config): Partial<ImageModels> {
  return imageModels ? createImageModelsFromSettings(imageModels) : {}
}
