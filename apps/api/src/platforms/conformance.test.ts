import { expect, it } from 'vitest'
import { startSandboxRig } from '../../test/harness/sandbox-rig.ts'
import { describePlatform } from './conformance.ts'
import type { PlatformAdapter, PublishableItem, PublishingCapabilities, Publisher } from './port.ts'
import { SANDBOX_CAPABILITIES } from './sandbox/capabilities.ts'
import { CAPABILITY_CHECKS } from './testing/capability-checks.ts'
import { createTestConnection } from './testing/connection.ts'
import { createTestMedium } from './testing/media.ts'
import type { PlatformRig, SeenPost } from './testing/rig.ts'
import { rejection } from './testing/run-steps.ts'

const CANNOT_LOOK_UP: PublishingCapabilities = { ...SANDBOX_CAPABILITIES, lookUp: 'not_at_all' }

describePlatform('a platform that cannot be looked up', {
  start: () => startSandboxRig((adapter) => change(adapter, { lookUp: 'not_at_all' }, withoutLookUp)),
  capabilities: CANNOT_LOOK_UP,
})

function withoutLookUp({ lookUp: _lookUp, ...publisher }: Publisher): Publisher {
  return publisher
}

function withoutComment({ comment: _comment, ...publisher }: Publisher): Publisher {
  return publisher
}

function withoutPoll({ poll: _poll, ...publisher }: Publisher): Publisher {
  return publisher
}

function change(
  { capabilities, publisher }: PlatformAdapter,
  declared: Partial<PublishingCapabilities>,
  changePublisher: (publisher: Publisher) => Publisher = (publisher) => publisher,
): PlatformAdapter {
  return { capabilities: { ...capabilities, ...declared }, publisher: changePublisher(publisher) }
}

interface Liar {
  readonly declares: Partial<PublishingCapabilities>
  readonly publisher?: (publisher: Publisher) => Publisher
  /** What people see of its posts, besides what the sandbox shows. */
  readonly shows?: Partial<SeenPost>
  /** What the platform has none of. */
  readonly lacks?: 'processMedia' | 'processPosts'
}

const without = (item: PublishableItem): PublishableItem => ({
  ...item,
  media: item.media.map(({ type, mimeType, size }) => createTestMedium({ type, mimeType, size })),
})
const edit = async () => {}

const LIARS: readonly (readonly [capability: keyof PublishingCapabilities, lie: string, liar: Liar])[] = [
  ['lookUp', 'it looks by a handle, and says by the whole list', { declares: { lookUp: 'exactly' } }],
  ['lookUp', 'it looks, and says that it cannot', { declares: { lookUp: 'not_at_all' } }],
  ['lookUp', 'it cannot look, and says by a handle', { declares: { lookUp: 'by_handle' }, publisher: withoutLookUp }],
  [
    'lookUp',
    'it looks by a clock, and says by a handle',
    {
      declares: { lookUp: 'by_handle' },
      publisher: (publisher) => ({
        ...publisher,
        lookUp: async (item, checkpoint, options) =>
          Math.abs(options.sentAt.getTime() - Date.now()) < 60_000 && publisher.lookUp
            ? publisher.lookUp(item, checkpoint, options)
            : { status: 'not_posted' },
      }),
    },
  ],
  ['processesMedia', 'it waits, and says that it does not', { declares: { processesMedia: false } }],
  ['processesMedia', 'it never waits, and says that it does', { declares: {}, lacks: 'processMedia' }],
  ['processesPosts', 'it polls, and says that it does not', { declares: { processesPosts: false } }],
  ['processesPosts', 'it cannot poll, and says that it does', { declares: {}, publisher: withoutPoll }],
  ['processesPosts', 'its posts are out at once, and it says otherwise', { declares: {}, lacks: 'processPosts' }],
  ['altText', 'it shows alt texts, and says that it does not', { declares: { altText: false } }],
  [
    'altText',
    'it leaves alt texts out, and says that it shows them',
    {
      declares: {},
      publisher: (publisher) => ({
        ...publisher,
        prepare: (item, checkpoint, options) => publisher.prepare(without(item), checkpoint, options),
      }),
    },
  ],
  ['firstComment', 'it has no comments, and says that it has', { declares: {}, publisher: withoutComment }],
  [
    'firstComment',
    'it leaves the comment out, and says that it posts it',
    { declares: {}, publisher: (publisher) => ({ ...publisher, comment: async () => {} }) },
  ],
  ['firstComment', 'it comments, and says that it does not', { declares: { firstComment: false } }],
  ['firstComment', 'it posts the comment with the item', { declares: {}, shows: { comments: ['The first comment'] } }],
  [
    'threads',
    'what follows stands by itself, and it says that it follows',
    {
      declares: {},
      publisher: (publisher) => ({
        ...publisher,
        prepare: ({ replyTo: _replyTo, ...item }, checkpoint, options) => publisher.prepare(item, checkpoint, options),
      }),
    },
  ],
  ['threads', 'what follows does, and it says that it does not', { declares: { threads: false } }],
  ['edits', 'it cannot edit, and says that it can', { declares: { edits: true } }],
  [
    'edits',
    'its edit changes nothing',
    { declares: { edits: true }, publisher: (publisher) => ({ ...publisher, edit }) },
  ],
  [
    'edits',
    'it can edit, and says that it cannot',
    { declares: {}, publisher: (publisher) => ({ ...publisher, edit }) },
  ],
]

it.each(LIARS)('the suite fails an adapter that declares wrongly: %s, %s', async (capability, _, liar) => {
  const rig = await startSandboxRig((adapter) => change(adapter, liar.declares, liar.publisher))
  const read = (id: string) => ({ ...rig.read(id), ...liar.shows })
  const lying: PlatformRig = { ...rig, read, ...(liar.lacks && { [liar.lacks]: undefined }) }
  const open = () => ({ connection: createTestConnection(rig.tokens), signal: new AbortController().signal })
  try {
    expect(await rejection(CAPABILITY_CHECKS[capability](lying, open))).toBeInstanceOf(Error)
  } finally {
    await rig.stop()
  }
})

it.each(Object.keys(SANDBOX_CAPABILITIES) as (keyof PublishingCapabilities)[])(
  'the suite passes what declares rightly: %s',
  async (capability) => {
    const rig = await startSandboxRig()
    const open = () => ({ connection: createTestConnection(rig.tokens), signal: new AbortController().signal })
    await expect(CAPABILITY_CHECKS[capability](rig, open)).resolves.toBeUndefined()
    await rig.stop()
  },
)
