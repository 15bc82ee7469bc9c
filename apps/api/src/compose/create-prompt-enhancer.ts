import type { Config } from '#config/index.ts'
import type { LocalModels } from '#models/ai-sdk/index.ts'
import { createPromptEnhancerFromSettings } from '#models/ai-sdk/index.ts'
import type { PromptEnhancer } from '#models/port.ts'

/** What rewrites prompts for pictures; undefined without a text model. */
export function createPromptEnhancer({ textModel }: Config, localModels?: LocalModels): PromptEnhancer | undefined {
  return textModel && createPromptEnhancerFromSettings({ ...textModel, localModels })
}
