export { createFallbackTextModel } from './fallback.ts'
export type { FallbackTextModel } from './fallback.ts'
export {
  createPromptEnhancerFromSettings,
  createTextModelFromSettings,
  createWebSearchFromSettings,
  VENDOR_KEY_VARIABLES,
} from './from-settings.ts'
export { ModelSpecError, parseModelSpec } from './spec.ts'
export type { ModelSpec, Vendor } from './spec.ts'
export { createAiSdkTextModel } from './text-model.ts'
export type { EngineOptions } from './engine.ts'
