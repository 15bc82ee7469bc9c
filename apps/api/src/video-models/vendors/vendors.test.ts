import { ModelError } from '#models/port.ts'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { SAID } from '../../../test/fake-video-vendors/index.ts'
import { VIDEO_VENDOR_NAMES } from './spec.ts'
import { BRIEF, CANARY_KEY, createFake, SERVED } from './test-kit.ts'

const { signal } = new AbortController()

const failure = async (doing: Promise<unknown>): Promise<unknown> => {
  const error: unknown = await doing.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  return error instanceof ModelError ? error.failure : error
}

describe.each(VIDEO_VENDOR_NAMES)('%s', (vendor) => {
  const brief = { ...BRIEF, duration: SERVED[vendor].duration }

  it('gets the shape, the length, the sound and the image in its own words', async () => {
    const { model, server } = await createFake(vendor)
    const bytes = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#fff' } })
      .jpeg()
      .toBuffer()
    await model.submit({ ...brief, source: { mimeType: 'image/jpeg', bytes } }, {})
    expect(server.complaints).toEqual([])
    expect(server.paid).toHaveLength(1)
    const { prompt, seconds, shape, audio, image } = server.paid[0] ?? {}
    expect(prompt).toBe(BRIEF.prompt)
    expect(seconds).toBe(brief.duration)
    expect(shape).toBe(vendor === 'runway' ? '720:1280' : '9:16')
    expect(audio).toBe(vendor === 'runway' ? undefined : true)
    expect(image?.equals(bytes)).toBe(true)
  })

  it('is reported as used once, when it accepted', async () => {
    const { model } = await createFake(vendor)
    const usages: unknown[] = []
    await model.submit(brief, { onUsage: (usage) => usages.push(usage) })
    expect(usages).toEqual([expect.objectContaining({ model: SERVED[vendor].model, inputTokens: 0 })])
  })

  it.each([
    ['busy', 'busy'],
    ['away', 'down'],
    ['refuse', 'refused'],
    ['no key', 'misconfigured'],
    ['no credit', 'no_credit'],
  ] as const)(
    'that says %s has taken nothing, and nothing of its words or the key is shown',
    async (step, expected) => {
      const { model, server } = await createFake(vendor, { script: { submits: [step] } })
      const error = await model.submit(brief, {}).catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(ModelError)
      expect(error).toMatchObject({ failure: expected })
      expect(String(error)).not.toMatch(new RegExp(`${SAID}|${CANARY_KEY}`, 'u'))
      expect(String(error instanceof Error ? error.cause : '')).not.toContain(CANARY_KEY)
      expect(server.paid).toHaveLength(0)
    },
  )

  it.each(['lose', 'break', 'hang'] as const)(
    'whose answer is lost (%s) may have taken it: no failure that is tried again',
    async (step) => {
      const { model, server } = await createFake(vendor, {
        script: { submits: [step] },
        options: { submitTimeoutMs: 300 },
      })
      expect(await failure(model.submit(brief, {}))).not.toBeTypeOf('string')
      expect(server.paid).toHaveLength(1)
    },
  )

  it('that cannot be reached has taken nothing', async () => {
    const { model, server } = await createFake(vendor)
    await server.close()
    expect(await failure(model.submit(brief, {}))).toBe('down')
  })

  it.each([
    ['working', { state: 'working' }],
    ['ready', { state: 'ready', url: expect.stringMatching(/^http:.*\/files\/job-1$/u) }],
    ['moderated', { state: 'failed', failure: 'refused' }],
    ['failed', { state: 'failed', failure: 'unusable' }],
    ['unknown', { state: 'unknown' }],
  ] as const)('says of a job that it is %s', async (step, progress) => {
    const { model } = await createFake(vendor, { script: { looks: [step] } })
    expect(await model.check(await model.submit(brief, {}), signal)).toMatchObject(progress)
  })

  it.each(['busy', 'broken', 'cut'] as const)('whose look fails (%s) is worth another', async (step) => {
    const { model } = await createFake(vendor, { script: { looks: [step, 'ready'] } })
    const job = await model.submit(brief, {})
    expect(await failure(model.check(job, signal))).toMatch(/busy|down/u)
    expect(await model.check(job, signal)).toMatchObject({ state: 'ready' })
  })

  it('is asked to stop a job', async () => {
    const { model, server } = await createFake(vendor, { script: { looks: ['working'] } })
    await model.cancel?.(await model.submit(brief, {}), signal)
    expect(server.cancelled).toEqual(['job-1'])
  })
})
