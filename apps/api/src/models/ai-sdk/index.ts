export { createFallbackTextModel } from './fallback.ts'
export {
  createPromptEnhancerFromSettings,
  createStyleReaderFromSettings,
  createTextModelFromSettings,
  createWebSearchFromSettings,
} from './from-settings.ts'
export { ModelSpecError, parseModelSpec } from './spec.ts'
export { createAiSdkTextModel } from './text-model.ts'
