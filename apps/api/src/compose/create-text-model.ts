import type { Config } from '#config/index.ts'
import type { LocalModels } from '#models/ai-sdk/index.ts'
import { createTextModelFromSettings } from '#models/ai-sdk/index.ts'
import { createBuiltInTextModel } from '#models/built-in/index.ts'
import type { TextModel } from '#models/port.ts'
import type { Logger } from '#shared/logger.ts'

/** The model that the settings name, else the one that needs none. */
export function createTextModel({
  config,
  logger,
  localModels,
}: {
  readonly config: Config
  readonly logger: Logger
  readonly localModels?: LocalModels | undefined
}): TextModel {
  if (!config.textModel) return createBuiltInTextModel()
  return createTextModelFromSettings({
    ...config.textModel,
    localModels,
    onNotice: (notice) => logger.warn({ notice }, 'text model'),
  })
}
