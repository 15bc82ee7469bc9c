import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { VideoGeneration } from '@powerpost/contract'
import { ModelError } from '#models/port.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPlainVideoModel } from '../harness/plain-video-model.ts'
import { runCli } from '../harness/run-cli.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'
import { makeMediaFiles, removeMediaFiles } from '../media-files/index.ts'

let server: TestServer
let directory: string

beforeAll(async () => {
  const plain = createPlainVideoModel()
  server = await startTestServer({
    credits: 1000,
    builtInVideoModel: {
      ...plain,
      async render(brief, options) {
        if (brief.prompt === 'Refused') throw new ModelError('refused', 'no')
        return plain.render(brief, options)
      },
    },
  })
  directory = await mkdtemp(join(tmpdir(), 'powerpost-cli-'))
})
afterAll(async () => {
  await server.stop()
  await rm(directory, { recursive: true })
  await removeMediaFiles()
})

const run = (...args: string[]) =>
  runCli(['videos', ...args], {
    environment: { POWERPOST_API_KEY: server.apiKey, POWERPOST_BASE_URL: server.url },
    cwd: directory,
  })

type Saved = VideoGeneration & { readonly file: string }

describe('videos from the command line', () => {
  it('are made of a file, saved, listed, shown and made again', async () => {
    const { jpeg } = await makeMediaFiles()
    const made = await run('generate', 'A cup', '--image', jpeg, '--size', 'portrait', '--out', 'videos', '--json')
    expect(made).toMatchObject({ exitCode: 0, stderr: '' })
    const generation = made.json<Saved>()
    expect(generation).toMatchObject({ status: 'completed', size: 'portrait', duration: 5, credits_used: 15 })
    const id = generation.video_generation_id
    expect(generation.file).toBe(join('videos', `${id}.mp4`))
    expect(await readdir(join(directory, 'videos'))).toEqual([`${id}.mp4`])
    expect((await run('list', '--limit', '1')).stdout).toContain(id)
    expect((await run('show', id, '--wait')).stdout).toMatch(/^http:.*\/content\?/u)
    const again = await run('regenerate', id, '--prompt', 'A mug', '--json')
    expect(again.json<Saved>()).toMatchObject({ regeneration: { status: 'completed', prompt: 'A mug' } })
  })

  it('are estimated, and what was not done is said', async () => {
    expect((await run('generate', 'A cup', '--duration', '10', '--estimate')).stdout.trim()).toBe('30 credits')
    const silent = await run('generate', 'A cup', '--model', 'veo-3.1', '--audio')
    expect(silent).toMatchObject({ exitCode: 0 })
    expect(silent.stderr).toContain('The video has no audio')
  })

  it('that fail or are refused say why by their exit code', async () => {
    const failed = await run('generate', 'Refused', '--json')
    expect(failed.exitCode).toBe(8)
    expect(failed.failure()).toMatchObject({ code: 'VIDEO_GENERATION_FAILED' })
    expect(await run('generate')).toMatchObject({ exitCode: 2, stdout: '' })
    const wrong = await run('generate', 'A cup', '--duration', '7')
    expect(wrong.exitCode).toBe(2)
    expect(wrong.stderr).toContain('must be one of 5, 10 with the model kling-3.0-pro')
  })
})
