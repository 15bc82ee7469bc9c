import { describe, expect, it } from 'vitest'
import { createPlainVideoModel } from '../../../test/harness/plain-video-model.ts'
import { createVideoModels } from '../registry.ts'
import { createVideoModelsFromSettings } from './from-settings.ts'

const KEYS = { fal: 'f-1', runway: 'r-1', replicate: 'p-1' }

const create = (models: string, vendorKeys: Partial<typeof KEYS> = KEYS, baseUrls?: string) =>
  createVideoModelsFromSettings({
    models,
    baseUrls,
    vendorKeys: { fal: undefined, runway: undefined, replicate: undefined, ...vendorKeys },
  })

describe('POWERPOST_VIDEO_MODELS', () => {
  it('names a vendor and its model for each documented one; the others stay built in', () => {
    const models = createVideoModels(
      create('veo-3.1=replicate:google/veo-3.1,runway'),
      createPlainVideoModel('built-in'),
    )
    expect(Object.entries(models).map(([name, model]) => [name, model.name, model.builtIn])).toEqual([
      ['kling-3.0-pro', 'built-in', true],
      ['veo-3.1', 'replicate:google/veo-3.1', false],
      ['runway-gen-4.5', 'runway:gen4.5', false],
    ])
  })

  it.each([
    ['', KEYS, /A model is missing in the list/u],
    ['sora-2', KEYS, /is no model or vendor PowerPost knows/u],
    ['replicate', KEYS, /Nothing is had of replicate by default: name what it serves/u],
    ['veo-3.1=replicate', KEYS, /write veo-3\.1=replicate:MODEL/u],
    ['fal', {}, /fal needs a key: set FAL_API_KEY\./u],
    ['runway', { runway: '"quoted key"' }, /contains characters that no key has/u],
  ])('that says %j is refused with what to write', (models, keys, words) => {
    expect(() => create(models, keys)).toThrow(words)
  })

  it('takes addresses of vendors that it knows', () => {
    expect(() => create('fal', KEYS, 'midjourney=https://x.example')).toThrow(/is no vendor PowerPost knows/u)
    expect(Object.keys(create('fal', KEYS, 'fal=http://localhost:8080/'))).toEqual(['kling-3.0-pro', 'veo-3.1'])
  })
})
