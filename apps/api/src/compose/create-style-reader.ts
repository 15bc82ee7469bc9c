import type { Config } from '#config/index.ts'
import type { LocalModels } from '#models/ai-sdk/index.ts'
import { createStyleReaderFromSettings } from '#models/ai-sdk/index.ts'
import type { StyleReader } from '#models/port.ts'

/** What reads posts for their voice; undefined without a text model. */
export function createStyleReader({ textModel }: Config, localModels?: LocalModels): StyleReader | undefined {
  return textModel && createStyleReaderFromSettings({ ...textModel, localModels })
}
