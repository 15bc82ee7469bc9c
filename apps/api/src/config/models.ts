import type { Environment } from './environment.ts'

/** Which models write. Absent: the built-in one. */
export interface TextModelConfig {
  /** `vendor:name`, or several with commas between, the first choice first. */
  readonly models: string
  readonly baseUrl: string | undefined
  readonly apiKey: string | undefined
  /** How long one call may say nothing, and may take in all, in milliseconds. */
  readonly timeoutMs: number
  readonly totalTimeoutMs: number
  /** From the vendors' own variables. */
  readonly vendorKeys: Readonly<Record<'openai' | 'anthropic' | 'google', string | undefined>>
}

/** Which vendors draw. Absent: the built-in model. */
export interface ImageModelsConfig {
  /** `name=vendor:model`, with commas between. */
  readonly models: string
  /** `vendor=address`, with commas between. */
  readonly baseUrls: string | undefined
  /** From the vendors' own variables. */
  readonly vendorKeys: Readonly<Record<'openai' | 'google' | 'black-forest-labs' | 'fal', string | undefined>>
}

/** Which vendors make videos. Absent: the built-in model. */
export interface VideoModelsConfig {
  /** `name=vendor:model`, with commas between. */
  readonly models: string
  /** `vendor=address`, with commas between. */
  readonly baseUrls: string | undefined
  /** From the vendors' own variables. */
  readonly vendorKeys: Readonly<Record<'fal' | 'runway' | 'replicate', string | undefined>>
}

/** Of a generation's time one silent call takes two fifths, so that there is time for a second and a bit of a third. */
function timeoutsOf(waitSeconds: number): Pick<TextModelConfig, 'timeoutMs' | 'totalTimeoutMs'> {
  const timeoutMs = waitSeconds * 400
  return { timeoutMs, totalTimeoutMs: timeoutMs * 2 }
}

export function toTextModel(environment: Environment): TextModelConfig | undefined {
  const { POWERPOST_TEXT_MODEL: models } = environment
  if (models === undefined) return undefined
  return {
    models,
    baseUrl: environment.POWERPOST_TEXT_BASE_URL,
    apiKey: environment.POWERPOST_TEXT_API_KEY,
    ...timeoutsOf(environment.POWERPOST_TEXT_WAIT_SECONDS),
    vendorKeys: {
      openai: environment.OPENAI_API_KEY,
      anthropic: environment.ANTHROPIC_API_KEY,
      google: environment.GOOGLE_GENERATIVE_AI_API_KEY,
    },
  }
}

export function toImageModels(environment: Environment): ImageModelsConfig | undefined {
  const { POWERPOST_IMAGE_MODELS: models, POWERPOST_IMAGE_BASE_URLS: baseUrls } = environment
  if (models === undefined) return undefined
  return {
    models,
    baseUrls,
    vendorKeys: {
      openai: environment.OPENAI_API_KEY,
      google: environment.GOOGLE_GENERATIVE_AI_API_KEY,
      'black-forest-labs': environment.BFL_API_KEY,
      fal: environment.FAL_API_KEY,
    },
  }
}

export function toVideoModels(environment: Environment): VideoModelsConfig | undefined {
  const { POWERPOST_VIDEO_MODELS: models, POWERPOST_VIDEO_BASE_URLS: baseUrls } = environment
  if (models === undefined) return undefined
  return {
    models,
    baseUrls,
    vendorKeys: {
      fal: environment.FAL_API_KEY,
      runway: environment.RUNWAYML_API_SECRET,
      replicate: environment.REPLICATE_API_TOKEN,
    },
  }
}
