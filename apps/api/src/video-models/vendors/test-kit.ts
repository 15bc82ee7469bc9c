import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { FakeVideoVendor, VideoScript } from '../../../test/fake-video-vendors/index.ts'
import { startFakeVideoVendor } from '../../../test/fake-video-vendors/index.ts'
import { encodePlainVideo } from '../../../test/harness/plain-video-model.ts'
import type { VendorVideoModel, VideoBrief } from '../port.ts'
import type { VideoVendor } from './spec.ts'
import type { VendorVideoModelOptions } from './vendor-video-model.ts'
import { createVendorVideoModel } from './vendor-video-model.ts'

/** Stands in every request's key: it must stand in nothing else. */
export const CANARY_KEY = 'sk-canary-0123456789-abcdef'

export const BRIEF: VideoBrief = {
  prompt: 'A coffee cup on a wooden table, steam rising',
  size: 'portrait',
  duration: 8,
  hasAudio: true,
  seed: 7,
}

/** A model that each vendor serves, and a length of it. */
export const SERVED: Readonly<
  Record<VideoVendor, Pick<VendorVideoModelOptions, 'name' | 'model'> & { duration: number }>
> = {
  fal: { name: 'veo-3.1', model: 'fal-ai/veo3.1', duration: 8 },
  runway: { name: 'runway-gen-4.5', model: 'gen4.5', duration: 5 },
  replicate: { name: 'veo-3.1', model: 'google/veo-3.1', duration: 8 },
}

interface FakeOptions {
  readonly script?: VideoScript
  readonly options?: Partial<VendorVideoModelOptions>
}

/** A model whose vendor is a fake that behaves as scripted, both gone with the test. */
export async function createFake(
  vendor: VideoVendor,
  { script = {}, options = {} }: FakeOptions = {},
): Promise<{ readonly model: VendorVideoModel; readonly server: FakeVideoVendor }> {
  const directory = await mkdtemp(join(tmpdir(), 'fake-video-'))
  const file = join(directory, 'made.mp4')
  const { duration, ...served } = SERVED[vendor]
  const portraitFile = join(directory, 'portrait.mp4')
  const made = { prompt: 'made', seed: 1, duration }
  await encodePlainVideo({ ...made, size: 'landscape' }, file)
  await encodePlainVideo({ ...made, size: 'portrait' }, portraitFile)
  const server = await startFakeVideoVendor(vendor, { key: CANARY_KEY, file, portraitFile, scriptOf: () => script })
  onTestFinished(async () => {
    await server.close()
    await rm(directory, { recursive: true })
  })
  const access = { apiKey: CANARY_KEY, baseUrl: server.baseUrl }
  return { model: createVendorVideoModel({ vendor, ...served, ...access, ...options }), server }
}
