export { createVideoModelsFromSettings } from './from-settings.ts'
export { VideoModelSpecError } from './spec.ts'
