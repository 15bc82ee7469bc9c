import type { ImageModelName } from '@powerpost/contract'
import { IMAGE_MODEL_NAMES } from '@powerpost/contract'
import type { ImageModel } from './port.ts'

/** Who draws for each name that callers use: one that is missing does not compile. */
export type ImageModels = Readonly<Record<ImageModelName, ImageModel>>

/** Every documented model: drawn by its vendor where the settings name one, else by the built-in model. */
export function createImageModels(
  configured: Readonly<Partial<Record<ImageModelName, ImageModel>>>,
  builtInImageModel: ImageModel,
): ImageModels {
  const entries = IMAGE_MODEL_NAMES.map((name) => [name, configured[name] ?? builtInImageModel] as const)
  return Object.fromEntries(entries) as Record<ImageModelName, ImageModel>
}
