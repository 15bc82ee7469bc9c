import { describe, expect, it } from 'vitest'
import type { Behaviour, FilesBehaviour } from '../../../test/fake-models/index.ts'
import { behave, goodAnswer } from '../../../test/fake-models/index.ts'
import type { Brief, VideoFacts } from '../port.ts'
import type { Vendor } from './spec.ts'
import { BRIEF, CANARY_TEXT, createFake, outcomeOf } from './test-kit.ts'

const MEGABYTE = 1024 * 1024
const FACTS: VideoFacts = { kind: 'video', fileName: 'a.mp4', width: 1080, height: 1920, durationSeconds: 20 }
const FRAME = { mimeType: 'image/jpeg', bytes: new Uint8Array([0xff, 0xd8, 0xff]), atSeconds: 1.5 } as const
const good = behave.answer(goodAnswer)

interface Showing {
  readonly vendor?: Vendor
  readonly behaviour?: Behaviour
  readonly files?: FilesBehaviour
  readonly size?: number
  readonly facts?: VideoFacts
  readonly timeoutMs?: number
}

/** Has a model write about a video, and tells what it was shown and what was read for it. */
async function write({ vendor = 'google', behaviour = good, size = 1000, facts = FACTS, ...options }: Showing = {}) {
  const { model, server, notices } = await createFake(vendor, behaviour, options)
  const brief: Brief = { ...BRIEF, media: [facts] }
  const did: string[] = []
  const outcome = await outcomeOf(model, brief, {
    onShown: (places) => did.push(`shown ${places.join()}`),
    async look() {
      did.push('frames')
      return [FRAME]
    },
    async openVideo() {
      const read = async () => {
        did.push('read')
        return new Uint8Array(size)
      }
      return { mimeType: 'video/mp4', size, read }
    },
  })
  expect(outcome).toMatchObject({ error: undefined, captions: BRIEF.platforms.map((platform) => ({ platform })) })
  return { did, server, notices, requests: server.requests }
}

describe('a video', () => {
  it('is shown itself to Google, within the request where it is small', async () => {
    const { did, server, requests } = await write({ size: 1000 })
    const data = Buffer.alloc(1000).toString('base64')
    expect(requests).toMatchObject([{ videos: [{ mimeType: 'video/mp4', data }], pictures: [] }])
    expect(requests[0]?.texts).toContain('The video:')
    expect(server.uploads).toEqual([])
    expect(did).toEqual(['read', 'shown 0'])
  })

  it('is sent to Google ahead where it is large, and once for all requests about it', async () => {
    const behaviour = behave.inTurn(behave.answer('{}'), good)
    const { did, server, requests } = await write({ size: 5 * MEGABYTE, behaviour })
    expect(server.uploads).toEqual([{ mimeType: 'video/mp4', size: 5 * MEGABYTE }])
    const uri = expect.stringMatching(/\/v1beta\/files\/1$/)
    const shown = { videos: [{ mimeType: 'video/mp4', uri }] }
    expect(requests).toMatchObject([shown, shown])
    expect(did.filter((what) => what === 'read')).toHaveLength(1)
  })

  it.each([
    ['is larger than is held in memory', { size: 100 * MEGABYTE + 1 }],
    ['is so long that it would cost more than frames are worth', { facts: { ...FACTS, durationSeconds: 601 } }],
    ['is of a vendor that takes none: openai', { vendor: 'openai' }],
    ['is of a vendor that takes none: anthropic', { vendor: 'anthropic' }],
    ['is of a vendor that takes none: openai-compatible', { vendor: 'openai-compatible' }],
  ] as const)('that %s is shown by its frames, and not read', async (_, showing) => {
    const { did, requests } = await write(showing)
    expect(did).toEqual(['frames', 'shown 0'])
    expect(requests).toMatchObject([{ pictures: [Buffer.from(FRAME.bytes).toString('base64')] }])
  })

  it.each([
    ['refused', {}],
    ['unreadable', {}],
    ['hangs', { timeoutMs: 200 }],
  ] as const)('that cannot be sent ahead is shown by its frames, and the operator told: %s', async (files, options) => {
    const { did, notices } = await write({ files, size: 5 * MEGABYTE, ...options })
    expect(did.slice(-2)).toEqual(['frames', 'shown 0'])
    expect(notices).toEqual(['google:some-model could not be sent a video of 5242880 bytes: its frames are shown.'])
    expect(notices.join()).not.toContain(CANARY_TEXT)
  })

  it.each([400, 413])('that a model refuses with %i is shown by its frames, and the next one itself', async (code) => {
    const refusing = behave.answerUnless(({ videos = [] }) => videos.length > 0, behave.status(code), good)
    const { did, requests } = await write({ behaviour: refusing })
    expect(did).toEqual(['read', 'frames', 'shown 0'])
    expect(requests).toMatchObject([{ videos: [{}] }, { videos: [], pictures: [expect.any(String)] }])
  })
})
