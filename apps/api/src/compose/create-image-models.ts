import type { Config } from '#config/index.ts'
import { createImageModelsFromSettings } from '#image-models/ai-sdk/index.ts'
import { createBuiltInImageModel } from '#image-models/built-in/index.ts'
import type { ImageModel } from '#image-models/port.ts'
import type { ImageModels } from '#image-models/registry.ts'

/** The models that the settings name a vendor for. */
export function createConfiguredImageModels({ imageModels }: Config): Partial<ImageModels> {
  return imageModels ? createImageModelsFromSettings(imageModels) : {}
}

/** Draws without a vendor. */
export function createDrawer(): ImageModel {
  return createBuiltInImageModel()
}
