export { createFallbackTextModel } from './fallback.ts'
export {
  createPromptEnhancerFromSettings,
  createStyleReaderFromSettings,
  createTextModelFromSettings,
  createWebSearchFromSettings,
} from './from-settings.ts'
export type { LocalModels } from './local/index.ts'
export { createLocalModels } from './local/index.ts'
export { ModelSpecError, parseModelSpec } from './spec.ts'
export { createAiSdkTextModel } from './text-model.ts'
