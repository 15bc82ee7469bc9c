export { createImageModelsFromSettings } from './from-settings.ts'
export { ImageModelSpecError } from './spec.ts'
