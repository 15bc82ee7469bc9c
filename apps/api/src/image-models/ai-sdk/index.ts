export { createImageModelsFromSettings } from './from-settings.ts'
export type { ImageModelSettings } from './from-settings.ts'
export { createAiSdkImageModel } from './image-model.ts'
export { ImageModelSpecError } from './spec.ts'
