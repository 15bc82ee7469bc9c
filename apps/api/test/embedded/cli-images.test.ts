import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ImageGeneration } from '@powerpost/contract'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ModelError } from '#models/port.ts'
import { runCli } from '../harness/run-cli.ts'
import { createScriptedImageModel } from '../harness/scripted-image-model.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'
import { makeMediaFiles, removeMediaFiles } from '../media-files/index.ts'

let server: TestServer
let directory: string

beforeAll(async () => {
  const imageModel = createScriptedImageModel(async ({ prompt, index }) => {
    if (prompt === 'In part' && index === 0) throw new ModelError('refused', 'no')
    return undefined
  })
  server = await startTestServer({ credits: 1000, builtInImageModel: imageModel })
  directory = await mkdtemp(join(tmpdir(), 'powerpost-cli-'))
})
afterAll(async () => {
  await server.stop()
  await rm(directory, { recursive: true })
  await removeMediaFiles()
})

const run = (...args: string[]) =>
  runCli(['images', ...args], {
    environment: { POWERPOST_API_KEY: server.apiKey, POWERPOST_BASE_URL: server.url },
    cwd: directory,
  })

type Saved = ImageGeneration & { readonly files: readonly string[] }

describe('images from the command line', () => {
  it('are drawn in the look of a file, saved, listed and shown', async () => {
    const { jpeg } = await makeMediaFiles()
    const args = ['--style-image', jpeg, '--size', 'landscape', '--quantity', '2', '--model', 'nano-banana-2']
    const drawn = await run('generate', 'A cup', ...args, '--out', 'pictures', '--json')
    expect(drawn).toMatchObject({ exitCode: 0, stderr: '' })
    const generation = drawn.json<Saved>()
    expect(generation).toMatchObject({ status: 'completed', mode: 'reference', credits_used: 12 })
    const id = generation.image_generation_id
    const names = [1, 2].map((index) => `${id}-${index}.jpg`)
    expect(generation.files).toEqual(names.map((name) => join('pictures', name)))
    expect((await readdir(join(directory, 'pictures'))).toSorted()).toEqual(names)
    const file = await readFile(join(directory, 'pictures', `${id}-1.jpg`))
    expect(await sharp(file).metadata()).toMatchObject({ format: 'jpeg', width: 1920, height: 1080 })
    const list = await run('list', '--limit', '1')
    expect(list.stdout).toContain(id)
    const shown = await run('show', id, '--wait')
    expect(shown.stdout.trim().split('\n')).toEqual([
      expect.stringMatching(/^http:.*\/content\?/),
      expect.stringMatching(/^http:.*\/content\?/),
    ])
  })

  it('of which one failed are saved without it, and the exit code says so', async () => {
    const drawn = await run('generate', 'In part', '--quantity', '2', '--out', 'part', '--json')
    expect(drawn.exitCode).toBe(8)
    expect(drawn.failure()).toMatchObject({
      code: 'IMAGE_GENERATION_FAILED',
      message: expect.stringMatching(/^1 of 2 images failed/),
    })
    expect(await readdir(join(directory, 'part'))).toHaveLength(1)
    expect(drawn.json<Saved>().images).toHaveLength(1)
  })

  it('are drawn again at the positions that are given', async () => {
    const { image_generation_id: id, images } = (
      await run('generate', 'A cup', '--quantity', '2', '--json')
    ).json<Saved>()
    const again = await run('regenerate', id, '--positions', '1', '--prompt', 'A mug', '--out', 'again', '--json')
    expect(again).toMatchObject({ exitCode: 0, stderr: '' })
    const regenerated = again.json<Saved>()
    expect(regenerated).toMatchObject({ status: 'completed', regeneration: { positions: [1], prompt: 'A mug' } })
    expect(regenerated.images.map(({ media_id }) => media_id === images[0]?.media_id)).toEqual([true, false])
    expect(await readdir(join(directory, 'again'))).toHaveLength(2)
    const failed = await run('regenerate', id, '--positions', '0', '--prompt', 'In part')
    expect(failed).toMatchObject({ exitCode: 8 })
    expect(await run('regenerate', id, '--positions', 'first')).toMatchObject({ exitCode: 2, stdout: '' })
  })

  it('of nothing are refused before anybody is asked', async () => {
    expect(await run('generate')).toMatchObject({ exitCode: 2, stdout: '' })
    expect(await run('generate', 'A cup', '--size', 'wide')).toMatchObject({ exitCode: 2, stdout: '' })
  })
})
