import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { PostMedium, StepOptions } from '../port.ts'
import { createTestMedium } from '../testing/media.ts'
import { prepareItem } from '../testing/run-steps.ts'
import type { LinkedInRig } from './testing/linkedin-rig.ts'
import { ITEMS, startLinkedInRig } from './testing/linkedin-rig.ts'

let rig: LinkedInRig
beforeEach(async () => {
  rig = await startLinkedInRig()
})
afterEach(() => rig.stop())

const PIECE = 50_000
const PIECES = 4

/** A file that gives its next piece only when LinkedIn has the one before. */
function createPatientMedium(fields: Parameters<typeof createTestMedium>[0]) {
  const reads: { start: number; end: number }[] = []
  const medium: PostMedium = {
    ...createTestMedium({ ...fields, size: PIECES * PIECE }),
    async *read({ start, end }) {
      reads.push({ start, end })
      const before = rig.server.received()
      for (let at = start; at < end; at += PIECE) {
        const isThere = () => expect(rig.server.received() - before).toBeGreaterThanOrEqual(at - start)
        await vi.waitFor(isThere, { timeout: 3_000, interval: 1 })
        yield Buffer.alloc(Math.min(PIECE, end - at), at / PIECE)
      }
    },
  }
  return { medium, reads }
}

const WHOLE = Buffer.concat(Array.from({ length: PIECES }, (_, at) => Buffer.alloc(PIECE, at)))

it.each([
  { ...ITEMS.picture, kind: { type: 'image', mimeType: 'image/jpeg' } },
  { ...ITEMS.document, kind: { type: 'document', mimeType: 'application/pdf' } },
] as const)(
  'a file ($kind.type) is sent while it is read, and is read again when the token was refused',
  async ({ kind, ...item }) => {
    const { medium, reads } = createPatientMedium(kind)
    const sent = { ...item, media: [medium] }
    const options: StepOptions = { connection: rig.connect('organization'), signal: new AbortController().signal }
    const { publisher } = rig.adapter
    const begun = await publisher.prepare(sent, undefined, options)
    expect(reads).toEqual([])
    rig.refuseToken(rig.tokens[0] ?? '')
    await prepareItem(publisher, sent, options, 'once', begun.checkpoint)
    expect(rig.server.requests.filter((name) => name === 'PUT /dms-uploads')).toHaveLength(2)
    const whole = { start: 0, end: medium.size }
    expect(reads).toEqual([whole, whole])
    const [asset] = rig.server.state.assets.values()
    expect(asset?.bytes.equals(WHOLE)).toBe(true)
  },
)
