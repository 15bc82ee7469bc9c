import { describe, expect, it } from 'vitest'
import {
  APITimeoutError,
  APIUserAbortError,
  ImageGenerationFailedError,
  JobFailedError,
  NotFoundError,
} from '../src/index.ts'
import { rejection, setUp } from './harness/client.ts'
import { json, refuse, reset } from './harness/server.ts'

const started = json(200, { generation_id: 'g1', status: 'processing' })
const generation = (status: string, rest: object = {}) => json(200, { generation_id: 'g1', status, ...rest })
const body = { prompt: 'Dark mode', post_types: ['x-post'], research_mode: 'regular' } as const

describe('waiting for a job', () => {
  it('starts it once, and reads it until it has ended', async () => {
    const completed = generation('completed', { outputs: { x: 'Dark mode.' } })
    const { client, server } = await setUp([started, generation('pending'), reset, generation('processing'), completed])
    const seen: string[] = []
    const result = await client.content.generateAndWait(body, { onProgress: ({ status }) => seen.push(status) })
    expect(result.outputs).toEqual({ x: 'Dark mode.' })
    expect(seen).toEqual(['pending', 'processing', 'completed'])
    expect(server.received.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /api/v1/content/generate',
      ...Array.from({ length: 4 }, () => 'GET /api/v1/content/generations/g1'),
    ])
  })

  it('throws what a failed job says, with the job', async () => {
    const error = { code: 'GENERATION_FAILED', message: 'The captions could not be written' }
    const { client } = await setUp([generation('failed', { error })])
    const thrown = await rejection(client.content.generations.waitFor('g1'))
    expect(thrown).toBeInstanceOf(JobFailedError)
    expect(thrown).toMatchObject({ ...error, job: { generation_id: 'g1', status: 'failed' } })
  })

  it('throws an error that knows the type of its job', async () => {
    const error = { code: 'IMAGE_GENERATION_FAILED', message: 'One of two could not be drawn' }
    const images = [{ media_id: 'm1' }]
    const { client } = await setUp([json(200, { image_generation_id: 'i1', status: 'failed', images, error })])
    const thrown = await rejection(client.images.generations.waitFor('i1'))
    if (!(thrown instanceof ImageGenerationFailedError)) throw thrown
    // Compiles because `job` is an `ImageGeneration`.
    expect(thrown.job.images.map(({ media_id }) => media_id)).toEqual(['m1'])
    expect(thrown).toBeInstanceOf(JobFailedError)
    expect(thrown.name).toBe('ImageGenerationFailedError')
  })

  it('throws what the first failed item of a post says', async () => {
    const error = { code: 'PUBLISH_FAILED', message: 'X takes no more today' }
    const post = { post_id: 'p1', status: 'failed', items: [{ status: 'failed', error }] }
    const { client } = await setUp([json(200, post)])
    expect(await rejection(client.posts.waitFor('p1'))).toMatchObject({ ...error, job: post })
  })

  it('throws when what it was to do more failed, though the job itself is as good as before', async () => {
    const error = { code: 'GENERATION_FAILED', message: 'The captions could not be written' }
    const rest = { outputs: { x: 'old' }, regeneration: { status: 'failed', error } }
    const { client } = await setUp([started, generation('completed', rest)])
    const thrown = await rejection(client.content.generations.regenerateAndWait('g1', { platforms: ['x'] }))
    expect(thrown).toBeInstanceOf(JobFailedError)
    expect(thrown).toMatchObject({ ...error, job: { status: 'completed', outputs: { x: 'old' } } })
    expect(await client.content.generations.waitFor('g1')).toMatchObject({ status: 'completed' })
  })

  it('does not take a status that it does not know for the end', async () => {
    const { client, server } = await setUp([generation('polishing'), generation('completed')])
    expect(await client.content.generations.waitFor('g1')).toMatchObject({ status: 'completed' })
    expect(server.received).toHaveLength(2)
  })

  it('looks less and less often, up to ten times the first wait', async () => {
    const behaviours = Array.from({ length: 9 }, () => generation('processing'))
    const { client, runtime } = await setUp([generation('processing'), ...behaviours, generation('completed')])
    await client.content.generations.waitFor('g1')
    expect(runtime.waits.map(Math.round)).toEqual([500, 750, 1125, 1688, 2531, 3797, 5000, 5000, 5000, 5000])
  })

  it('ends when it has taken too long', async () => {
    const { client, runtime } = await setUp([generation('processing')])
    const error = await rejection(client.content.generations.waitFor('g1', { maxWait: 3000, pollInterval: 1000 }))
    expect(error).toBeInstanceOf(APITimeoutError)
    expect(runtime.waits).toEqual([1000, 1500])
  })

  it('ends with an abort', async () => {
    const controller = new AbortController()
    const { client, server } = await setUp([generation('processing')])
    const onProgress = () => controller.abort()
    const waiting = client.content.generations.waitFor('g1', { signal: controller.signal, onProgress })
    expect(await rejection(waiting)).toBeInstanceOf(APIUserAbortError)
    expect(server.received).toHaveLength(1)
  })

  it('ends when there is no such job', async () => {
    const { client } = await setUp([refuse(404, 'NOT_FOUND')])
    expect(await rejection(client.content.generations.waitFor('g1'))).toBeInstanceOf(NotFoundError)
  })
})
