import { onTestFinished } from 'vitest'
import type { Behaviour, FakeModelServer, FilesBehaviour } from '../../../test/fake-models/index.ts'
import { startFakeModel } from '../../../test/fake-models/index.ts'
import type { Brief, ModelUsage, PlatformCaption, TextModel, WriteOptions } from '../port.ts'
import { ModelError } from '../port.ts'
import type { Vendor } from './spec.ts'
import type { EngineOptions } from './engine.ts'
import { createAiSdkTextModel } from './text-model.ts'

/** Stands in every request's key: it must stand in nothing else. */
export const CANARY_KEY = 'sk-canary-0123456789-abcdef'

/** Stands in all that the fakes say in their own words. */
export const CANARY_TEXT = 'CANARY-VENDOR-TEXT'

export const BRIEF: Brief = {
  prompt: 'We just shipped dark mode across all our apps',
  platforms: ['instagram', 'youtube', 'x'],
  postTypes: ['instagram-feed', 'youtube-video', 'x-post'],
  researchMode: 'regular',
  media: [],
}

export const GOOD = {
  instagram: 'Dark mode is here.\n\n#DarkMode',
  youtube: { title: 'Dark mode', description: 'It is in all apps now.' },
  x: 'Dark mode is in all apps now.',
}

interface Fake {
  readonly model: TextModel
  readonly server: FakeModelServer
  readonly notices: string[]
}

/** A model whose vendor is a fake that behaves as scripted, both gone with the test. */
export async function createFake(
  vendor: Vendor,
  behaviour: Behaviour,
  { files, ...options }: Partial<EngineOptions> & { readonly files?: FilesBehaviour } = {},
): Promise<Fake> {
  const server = await startFakeModel(vendor, behaviour, files && { files })
  onTestFinished(() => server.close())
  const notices: string[] = []
  const model = createAiSdkTextModel({
    spec: `${vendor}:some-model`,
    apiKey: CANARY_KEY,
    baseUrl: server.baseUrl,
    onNotice: (notice) => notices.push(notice),
    ...options,
  })
  return { model, server, notices }
}

export interface Outcome {
  readonly captions: PlatformCaption[]
  readonly usages: ModelUsage[]
  readonly error: unknown
}

/** All that comes of one `write`. */
export async function outcomeOf(
  model: TextModel,
  brief: Brief = BRIEF,
  options: Partial<WriteOptions> = {},
): Promise<Outcome> {
  const captions: PlatformCaption[] = []
  const usages: ModelUsage[] = []
  try {
    const all = { signal: new AbortController().signal, onUsage: (usage: ModelUsage) => usages.push(usage), ...options }
    for await (const caption of model.write(brief, all)) captions.push(caption)
  } catch (error) {
    return { captions, usages, error }
  }
  return { captions, usages, error: undefined }
}

/** The captions by platform; throws what `write` threw. */
export async function writeWith(model: TextModel, brief = BRIEF, options: Partial<WriteOptions> = {}) {
  const { captions, error } = await outcomeOf(model, brief, options)
  if (error !== undefined) throw error
  return Object.fromEntries(captions.map(({ platform, caption }) => [platform, caption]))
}

/** The failure that a `write` ends in, as it is to be compared; whatever else it ends in is thrown. */
export function failureOf({ error }: Outcome): Pick<ModelError, 'failure' | 'retryAfterSeconds'> {
  if (!(error instanceof ModelError)) throw new Error('no model error', { cause: error })
  return { failure: error.failure, retryAfterSeconds: error.retryAfterSeconds }
}
