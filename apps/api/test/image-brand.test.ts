import type { GenerateImagesResponse, ImageGeneration } from '@powerpost/contract'
import { createBuiltInImageModel } from '#image-models/built-in/index.ts'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addWorkspace } from './harness/add-tenant.ts'
import { uploadFile } from './harness/media.ts'
import { createScriptedImageModel } from './harness/scripted-image-model.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import { waitForImages } from './harness/wait-for.ts'
import { removeMediaFiles, writeMediaFile } from './media-files/index.ts'

const CLEAR_RING = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="600">
  <rect x="400" y="100" width="400" height="400" fill="#00ff00"/></svg>`

const builtIn = createBuiltInImageModel()
const model = createScriptedImageModel((brief) => builtIn.draw(brief, { signal: new AbortController().signal }))
let server: TestServer
let logo: string

beforeAll(async () => {
  server = await startTestServer({ credits: 1000, builtInImageModel: model })
  const png = await sharp(Buffer.from(CLEAR_RING)).png().toBuffer()
  logo = (await uploadFile(server, await writeMediaFile('logo.png', png))).media_id
})
afterAll(async () => {
  await server.stop()
  await removeMediaFiles()
})

async function putBrand(brand: object): Promise<void> {
  const response = await server.request('/api/v1/brand', {
    method: 'PUT',
    body: JSON.stringify(brand),
    headers: { 'content-type': 'application/json' },
  })
  expect(response.status, await response.clone().text()).toBe(200)
}

async function draw(headers?: Record<string, string>): Promise<ImageGeneration> {
  const response = await server.post('/api/v1/images/generate', { prompt: 'Slow mornings, warm cups' }, headers)
  expect(response.status, await response.clone().text()).toBe(200)
  return waitForImages(server, ((await response.json()) as GenerateImagesResponse).image_generation_id, headers)
}

const brandOfLast = () => model.briefs.at(-1)?.brand

/** How many pixels of a picture are of the green that only the logo has. */
async function countGreen(generation: ImageGeneration): Promise<number> {
  const file = await fetch(generation.images[0]?.url ?? '')
  const { data, info } = await sharp(await file.arrayBuffer())
    .raw()
    .toBuffer({ resolveWithObject: true })
  let green = 0
  for (let at = 0; at < data.length; at += info.channels)
    if ((data[at] ?? 255) < 80 && (data[at + 1] ?? 0) > 190 && (data[at + 2] ?? 255) < 80) green += 1
  return green
}

describe('images of a workspace', () => {
  it('without a brand profile are drawn without one', async () => {
    const generation = await draw()
    expect(brandOfLast()).toBeUndefined()
    expect(await countGreen(generation)).toBe(0)
  })

  it('have the colours, the handle and the logo of its brand profile', async () => {
    await putBrand({ name: 'Copper Pot', handle: '@copperpot', colors: ['#b4532a', '#f3e6d3'], logo_media_id: logo })
    const generation = await draw()
    const brand = brandOfLast()
    expect(brand).toMatchObject({ handle: '@copperpot', colours: ['#b4532a', '#f3e6d3'] })
    expect(await countGreen(generation)).toBeGreaterThan(1000)
  })

  it('get a logo that is small, and transparent where it was', async () => {
    const image = sharp(brandOfLast()?.logo?.bytes)
    expect(await image.metadata()).toMatchObject({ format: 'png', width: 512, height: 256, hasAlpha: true })
    const { data } = await image.raw().toBuffer({ resolveWithObject: true })
    expect([...data.subarray(0, 4)]).toEqual([0, 0, 0, 0])
  })

  it('of another workspace do not have them', async () => {
    const accountId = (await server.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()).id
    await draw({ 'x-workspace-id': await addWorkspace(server.db, accountId) })
    expect(brandOfLast()).toBeUndefined()
  })

  it('are drawn without a logo that was deleted, and without a profile that says nothing about pictures', async () => {
    await server.request(`/api/v1/media/${logo}`, { method: 'DELETE' })
    await draw()
    expect(brandOfLast()).toEqual({ handle: '@copperpot', colours: ['#b4532a', '#f3e6d3'] })
    await putBrand({ name: 'Copper Pot' })
    await draw()
    expect(brandOfLast()).toBeUndefined()
  })
})
