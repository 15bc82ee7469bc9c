import type { Config } from '#config/index.ts'
import { createTextModelFromSettings } from '#models/ai-sdk/index.ts'
import { createBuiltInTextModel } from '#models/built-in/index.ts'
import type { TextModel } from '#models/port.ts'
import type { Logger } from '#shared/logger.ts'

/** The model that the settings name, else the one that needs none. */
export function createTextModel({ config, logger }: { readonly config: Config; readonly logger: Logger }): TextModel {
  if (!config.textModel) return createBuiltInTextModel()
  return createTextModelFromSettings({
    ...config.textModel,
    onNotice: (notice) => logger.warn({ notice }, 'text model'),
  })
}
