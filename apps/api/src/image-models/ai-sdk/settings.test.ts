import { describe, expect, it } from 'vitest'
import { createPlainImageModel } from '../../../test/harness/plain-image-model.ts'
import { createImageModels } from '../registry.ts'
import { createImageModelsFromSettings } from './from-settings.ts'
import { parseBaseUrls, parseImageModels } from './spec.ts'

const KEYS = { openai: 'sk-1', google: 'g-1', 'black-forest-labs': 'b-1', fal: 'f-1' }

const create = (models: string, vendorKeys: Partial<typeof KEYS> = KEYS, baseUrls?: string) =>
  createImageModelsFromSettings({
    models,
    baseUrls,
    vendorKeys: { openai: undefined, google: undefined, 'black-forest-labs': undefined, fal: undefined, ...vendorKeys },
  })

const named = (models: string) =>
  Object.fromEntries(parseImageModels(models).map(({ name, vendor, model }) => [name, `${vendor}:${model}`]))

describe('POWERPOST_IMAGE_MODELS', () => {
  it('names a vendor and its model for each documented one, which may hold slashes and colons', () => {
    expect(named('gpt-image-1.5=openai:gpt-image-2, ideogram-3 = fal:fal-ai/ideogram/v3:x')).toEqual({
      'gpt-image-1.5': 'openai:gpt-image-2',
      'ideogram-3': 'fal:fal-ai/ideogram/v3:x',
    })
  })

  it('takes a name, a vendor, or a name and a vendor alone for what is had there by default', () => {
    const everything = {
      'gpt-image-1.5': 'openai:gpt-image-1.5',
      'nano-banana-2': 'google:gemini-nano-banana-2.1',
      'flux2-flex': 'black-forest-labs:flux-2-flex',
      'ideogram-3': 'fal:fal-ai/ideogram/v3',
    }
    expect(named('openai,google,black-forest-labs,fal')).toEqual(everything)
    expect(named('gpt-image-1.5,nano-banana-2,flux2-flex,ideogram-3')).toEqual(everything)
    expect(named('gpt-image-1.5=openai')).toEqual({ 'gpt-image-1.5': 'openai:gpt-image-1.5' })
  })

  it.each([
    ['', /A model is missing in the list/],
    ['openai,', /A model is missing in the list/],
    ['dall-e-3=openai:dall-e-3', /"dall-e-3" is no model PowerPost knows: flux2-flex/],
    ['midjourney', /"midjourney" is no model or vendor PowerPost knows/],
    ['flux2-flex=replicate:x', /"replicate" is no vendor PowerPost knows: openai, google/],
    ['flux2-flex=fal', /The model name that fal uses for flux2-flex is missing: write flux2-flex=fal:MODEL/],
    ['flux2-flex=fal:two words', /The model name that fal uses for flux2-flex is missing/],
    ['gpt-image-1.5,openai', /The model gpt-image-1\.5 is named twice/],
    ['sk-proj-abcdef', /^That is no model or vendor/],
  ])('that says %j is refused with what to write', (models, words) => {
    expect(() => create(models)).toThrow(
      expect.objectContaining({ name: 'ImageModelSpecError', message: expect.stringMatching(words) }),
    )
  })

  it('needs the key of each vendor it names, and of no other', () => {
    expect(() => create('fal', { openai: 'sk-1' })).toThrow('fal needs a key: set FAL_API_KEY.')
    expect(() => create('fal', { fal: '"quoted key"' })).toThrow(/contains characters that no key has/)
    expect(Object.keys(create('fal', { fal: 'f-1' }))).toEqual(['ideogram-3'])
  })

  it('leaves what it does not name to the built-in model, whichever vendor has a key', () => {
    const imageModel = createPlainImageModel('built-in')
    const models = createImageModels(create('gpt-image-1.5'), imageModel)
    expect(Object.entries(models).map(([name, model]) => [name, model.name, model.builtIn])).toEqual([
      ['flux2-flex', 'built-in', true],
      ['ideogram-3', 'built-in', true],
      ['nano-banana-2', 'built-in', true],
      ['gpt-image-1.5', 'openai:gpt-image-1.5', false],
    ])
  })
})

describe('POWERPOST_IMAGE_BASE_URLS', () => {
  it('says where vendors are', () => {
    expect(parseBaseUrls('openai=http://localhost:8080/v1/, fal=https://proxy.example')).toEqual({
      openai: 'http://localhost:8080/v1',
      fal: 'https://proxy.example',
    })
  })

  it.each([
    ['http://localhost:8080', /is no vendor PowerPost knows/],
    ['openai=localhost:8080', /The address of openai is none: write openai=https:/],
    ['midjourney=https://x.example', /"midjourney" is no vendor/],
  ])('that says %j is refused', (text, words) => {
    expect(() => parseBaseUrls(text)).toThrow(words)
  })
})
