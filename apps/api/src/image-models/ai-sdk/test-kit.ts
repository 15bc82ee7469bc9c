import { onTestFinished } from 'vitest'
import type { Behaviour, FakeImageVendor } from '../../../test/fake-image-vendors/index.ts'
import { startFakeImageVendor } from '../../../test/fake-image-vendors/index.ts'
import { ModelError } from '#models/port.ts'
import type { ModelUsage } from '#models/port.ts'
import type { DrawnImage, ImageBrief, ImageModel } from '../port.ts'
import type { AiSdkImageModelOptions } from './image-model.ts'
import { createAiSdkImageModel } from './image-model.ts'
import type { ImageVendor } from './spec.ts'

/** Stands in every request's key: it must stand in nothing else. */
export const CANARY_KEY = 'sk-canary-0123456789-abcdef'

export const BRIEF: ImageBrief = {
  prompt: 'A coffee cup on a wooden table',
  size: 'square',
  styleImages: [],
  index: 0,
  seed: 7,
}

/** What each vendor calls a model of its own. */
export const MODELS: Readonly<Record<ImageVendor, string>> = {
  openai: 'gpt-image-1.5',
  google: 'gemini-nano-banana-2.1',
  'black-forest-labs': 'flux-2-flex',
  fal: 'fal-ai/ideogram/v3',
}

interface FakeOptions extends Partial<AiSdkImageModelOptions> {
  readonly format?: 'jpeg' | 'png' | 'webp' | 'gif'
}

/** A model whose vendor is a fake that behaves as scripted, both gone with the test. */
export async function createFake(
  vendor: ImageVendor,
  behaviour: Behaviour,
  { format = 'jpeg', ...options }: FakeOptions = {},
): Promise<{ readonly model: ImageModel; readonly server: FakeImageVendor }> {
  const server = await startFakeImageVendor(vendor, behaviour, { key: CANARY_KEY, format })
  onTestFinished(() => server.close())
  const access = { apiKey: CANARY_KEY, baseUrl: server.baseUrl }
  return { model: createAiSdkImageModel({ vendor, model: MODELS[vendor], ...access, ...options }), server }
}

export interface Outcome {
  readonly drawn: DrawnImage | undefined
  readonly usages: readonly ModelUsage[]
  readonly error: unknown
}

/** All that comes of one `draw`. */
export async function outcomeOf(
  model: ImageModel,
  brief = BRIEF,
  signal = new AbortController().signal,
): Promise<Outcome> {
  const usages: ModelUsage[] = []
  try {
    const drawn = await model.draw(brief, { signal, onUsage: (usage) => usages.push(usage) })
    return { drawn, usages, error: undefined }
  } catch (error) {
    return { drawn: undefined, usages, error }
  }
}

/** The failure that a `draw` ends in, as it is to be compared; whatever else it ends in is thrown. */
export function failureOf({ error }: Outcome): Pick<ModelError, 'failure' | 'retryAfterSeconds'> {
  if (!(error instanceof ModelError)) throw new Error('no model error', { cause: error })
  return { failure: error.failure, retryAfterSeconds: error.retryAfterSeconds }
}
