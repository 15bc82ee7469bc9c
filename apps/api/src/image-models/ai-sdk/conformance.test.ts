import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { behave, startFakeImageVendor } from '../../../test/fake-image-vendors/index.ts'
import type { FakeImageVendor } from '../../../test/fake-image-vendors/index.ts'
import { describeImageModel } from '../conformance.ts'
import { createAiSdkImageModel } from './image-model.ts'
import { IMAGE_VENDOR_NAMES } from './spec.ts'
import { CANARY_KEY, MODELS } from './test-kit.ts'

describe.each(IMAGE_VENDOR_NAMES)('by %s', (vendor) => {
  let server: FakeImageVendor
  beforeAll(async () => {
    server = await startFakeImageVendor(vendor, behave.draw, { key: CANARY_KEY })
  })
  afterAll(() => server.close())

  describeImageModel(`a model of ${vendor}`, () =>
    createAiSdkImageModel({ vendor, model: MODELS[vendor], apiKey: CANARY_KEY, baseUrl: server.baseUrl }),
  )

  it('never asks for what the vendor does not take', () => {
    expect(server.complaints).toEqual([])
  })
})
