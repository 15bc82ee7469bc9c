import type { PromptEnhancer, StyleReader, WebSearch } from '#models/port.ts'
import { createFallbackTextModel } from './fallback.ts'
import type { FallbackTextModel } from './fallback.ts'
import type { ModelSpec, Vendor } from './spec.ts'
import { ModelSpecError, parseModelSpec } from './spec.ts'
import type { EngineOptions } from './engine.ts'
import { createAiSdkTextModel } from './text-model.ts'
import { createAiSdkPromptEnhancer } from './prompt-enhancer/prompt-enhancer.ts'
import { createAiSdkStyleReader } from './style-reader/style-reader.ts'
import { createAiSdkWebSearch } from './web-search/web-search.ts'

interface TextModelSettings extends Pick<
  EngineOptions,
  'clock' | 'localModels' | 'onNotice' | 'timeoutMs' | 'totalTimeoutMs' | 'maxAnswerBytes'
> {
  /** `POWERPOST_TEXT_MODEL`: one model, or several with commas between, the first choice first. */
  readonly models: string
  /** `POWERPOST_TEXT_BASE_URL`. */
  readonly baseUrl?: string | undefined
  /** `POWERPOST_TEXT_API_KEY`. */
  readonly apiKey?: string | undefined
  /** The vendors' own variables, as far as they are set. */
  readonly vendorKeys?: Readonly<Partial<Record<Vendor, string | undefined>>> | undefined
}

/**
 * The text model that the settings ask for.
 *
 * There is one address and one key, and maybe several vendors. Both are the `openai-compatible` server's if the list
 * has one, since it has no other; else the only vendor's. A key is never sent to a vendor that it was not given for. Local models
 * have neither.
 *
 * @throws ModelSpecError with one line that says what to set.
 */
export function createTextModelFromSettings(settings: TextModelSettings): FallbackTextModel {
  const [first, ...others] = enginesOf(settings)
  const models = [createAiSdkTextModel(first), ...others.map(createAiSdkTextModel)] as const
  return createFallbackTextModel(models, { onNotice: settings.onNotice, clock: settings.clock })
}

/** The web as the first vendor of the settings searches it that does; undefined when none does. Throws as the above. */
export function createWebSearchFromSettings(settings: TextModelSettings): WebSearch | undefined {
  return enginesOf(settings)
    .map(createAiSdkWebSearch)
    .find((search) => search !== undefined)
}

/** What rewrites prompts for pictures: the first model of the settings. Throws as the above. */
export function createPromptEnhancerFromSettings(settings: TextModelSettings): PromptEnhancer {
  const [first] = enginesOf(settings)
  return createAiSdkPromptEnhancer(first)
}

/** What reads posts for their voice: the first model of the settings. Throws as the above. */
export function createStyleReaderFromSettings(settings: TextModelSettings): StyleReader {
  const [first] = enginesOf(settings)
  return createAiSdkStyleReader(first)
}

/** What each model of the settings is reached with. */
function enginesOf(settings: TextModelSettings): readonly [EngineOptions, ...EngineOptions[]] {
  const specs = parseModelSpec(settings.models)
  const owner = ownerOf(specs)
  if (!owner && (settings.baseUrl || settings.apiKey)) {
    if (specs.every(({ vendor }) => vendor === 'local')) {
      throw new ModelSpecError(
        'A local model has no key and no address: unset POWERPOST_TEXT_API_KEY and POWERPOST_TEXT_BASE_URL.',
      )
    }
    throw new ModelSpecError(
      'The models are from several vendors: set the variable of each vendor, and neither POWERPOST_TEXT_API_KEY nor POWERPOST_TEXT_BASE_URL.',
    )
  }
  const optionsOf = ({ text, vendor }: ModelSpec): EngineOptions => ({
    ...settings,
    spec: text,
    baseUrl: vendor === owner ? settings.baseUrl : undefined,
    apiKey: (vendor === owner && settings.apiKey) || (vendor === 'local' ? undefined : settings.vendorKeys?.[vendor]),
  })
  const [first, ...others] = specs
  return [optionsOf(first), ...others.map(optionsOf)]
}

function ownerOf(specs: readonly ModelSpec[]): Vendor | undefined {
  const vendors = new Set(specs.flatMap(({ vendor }) => (vendor === 'local' ? [] : vendor)))
  if (vendors.has('openai-compatible')) return 'openai-compatible'
  const [only, ...others] = vendors
  return others.length === 0 ? only : undefined
}
