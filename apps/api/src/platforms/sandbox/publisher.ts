import type { Clock } from '#shared/clock.ts'
import { z } from 'zod'
import type {
  Checkpoint,
  FollowedUp,
  LookedUp,
  PublishableItem,
  Prepared,
  Published,
  Publisher,
  StepOptions,
} from '../port.ts'
import { PlatformError } from '../port.ts'
import { readDirective } from './directives.ts'
import type { CallOptions, ContainerState, PublicationState, SandboxPost, SandboxService } from './service.ts'
import { TokenRefusedError } from './service.ts'

/** What it keeps between steps. */
const checkpointSchema = z.object({
  container: z.string(),
  /** The next chunk to send. */
  medium: z.int().default(0),
  offset: z.int().default(0),
  processing: z.boolean().default(false),
  /** What the final call gave. */
  publication: z.string().optional(),
})

type SandboxCheckpoint = z.output<typeof checkpointSchema>

interface PublisherOptions {
  readonly service: SandboxService
  readonly clock: Clock
  /** Bytes. @default 4 MiB */
  readonly chunkBytes?: number
}

/** Publishes on a sandbox: a container, its media in chunks, its processing, and the final call. */
export function createSandboxPublisher({ service, clock, chunkBytes = 4 * 1024 * 1024 }: PublisherOptions): Publisher {
  return {
    async prepare(item, checkpoint, options) {
      if (!checkpoint) return create(service, item, options)
      const at = checkpointSchema.parse(checkpoint)
      const medium = item.media[at.medium]
      if (medium) return sendChunk(service, { item, at, chunkBytes }, options)
      const ask = at.processing || item.media.length === 0 ? service.readState : service.finish
      return toPrepared(await call(item, options, (call) => ask(at.container, call)), at)
    },
    async publish(item, checkpoint, options) {
      const at = checkpointSchema.parse(checkpoint)
      const published = await call(item, options, (call) => service.publish(at.container, call))
      reportQuota(item, options, clock)
      return toPublished(published, { at, item })
    },
    async poll(item, checkpoint, options) {
      const at = checkpointSchema.parse(checkpoint)
      const read = await call(item, options, (call) => service.readPublication(at.publication ?? '', call))
      return toPublished(read, { at, item })
    },
    async lookUp(item, checkpoint, options): Promise<LookedUp> {
      const at = checkpointSchema.parse(checkpoint)
      // By the container, which is published once: no clock has a say in it.
      const found = await call(item, options, (call) => service.search(at.container, call))
      return found.state === 'posted' ? toPublished(found, { at, item }) : { status: found.state }
    },
    followUp: async (checkpoint) => followUp(checkpoint),
    async comment(item, platformPostId, options) {
      await call(item, options, (call) => service.comment(platformPostId, item.firstComment ?? '', call))
    },
  }
}

/** As a platform whose good answer says that it was the last one for now. */
function reportQuota({ content }: PublishableItem, options: StepOptions, clock: Clock): void {
  const directive = readDirective(content)
  if (directive?.name !== 'quota_reached') return
  const notBefore = new Date(clock.now().getTime() + (directive.seconds ?? 0) * 1000)
  const message = 'The sandbox accepts no more posts of this account for a while, as requested.'
  options.reportQuota?.({ scope: 'account', notBefore, message })
}

async function create(service: SandboxService, item: PublishableItem, options: StepOptions): Promise<Prepared> {
  const media = item.media.map(({ mimeType, size, altText }) => ({
    mimeType,
    size,
    ...(altText !== undefined && { altText }),
  }))
  const { replyTo } = item
  const text = item.title === undefined ? item.content : `${item.title}\n${item.content}`
  const container = await call(item, options, (call) =>
    service.createContainer(
      { reference: referenceOf(item), text, media, ...(replyTo !== undefined && { replyTo }) },
      call,
    ),
  )
  return { status: media.length === 0 ? 'ready' : 'continue', checkpoint: { container } }
}

/** What follows in a thread has an id of its own: that of what it follows, counted on. */
function referenceOf({ itemId, replyTo }: PublishableItem): string {
  const before = /~(\d+)$/.exec(replyTo ?? '')?.[1] ?? 0
  return replyTo === undefined ? itemId : `${itemId}~${Number(before) + 1}`
}

interface ChunkOptions {
  readonly item: PublishableItem
  readonly at: SandboxCheckpoint
  readonly chunkBytes: number
}

async function sendChunk(
  service: SandboxService,
  { item, at, chunkBytes }: ChunkOptions,
  options: StepOptions,
): Promise<Prepared> {
  const medium = item.media[at.medium]
  if (!medium) throw new RangeError(`There is no medium ${at.medium}`)
  const end = Math.min(at.offset + chunkBytes, medium.size)
  const parts: Uint8Array[] = []
  for await (const part of medium.read({ start: at.offset, end }, options.signal)) parts.push(part)
  const chunk = { containerId: at.container, medium: at.medium, offset: at.offset, bytes: Buffer.concat(parts) }
  await call(item, options, (call) => service.append(chunk, call))
  const next = end === medium.size ? { medium: at.medium + 1, offset: 0 } : { medium: at.medium, offset: end }
  return { status: 'continue', checkpoint: { ...at, ...next } }
}

function toPrepared(state: ContainerState, at: SandboxCheckpoint): Prepared {
  const checkpoint = { ...at, processing: true }
  if (state.state === 'ready') return { status: 'ready', checkpoint }
  if (state.state === 'processing') return { status: 'wait', checkpoint, seconds: state.seconds }
  throw new PlatformError('restart', 'The sandbox could not process the media.', { platformError: 'processing failed' })
}

interface Publishing {
  readonly at: SandboxCheckpoint
  readonly item: Pick<PublishableItem, 'content'>
}

function toPublished(state: PublicationState, { at, item }: Publishing): Published {
  if (state.state === 'posted') return withholdId(state, item) ?? toPosted(state)
  const checkpoint = { ...at, publication: state.publicationId }
  return { status: 'processing', checkpoint, seconds: state.seconds }
}

function toPosted({ postId, url }: SandboxPost): Published {
  return { status: 'posted', platformPostId: postId, platformUrl: url }
}

/** As a platform whose moderation takes a while: it gives the id with the second answer, or refuses the post with it. */
function withholdId(post: SandboxPost, { content }: Pick<PublishableItem, 'content'>): Published | undefined {
  const directive = readDirective(content)?.name
  if (directive !== 'late_id' && directive !== 'refused_later') return undefined
  const checkpoint = { post_id: post.postId, url: post.url, refuses: directive === 'refused_later', looks: 0 }
  return { status: 'posted', followUp: { checkpoint, seconds: FOLLOW_SECONDS } }
}

const FOLLOW_SECONDS = 1

const followedSchema = z.object({ post_id: z.string(), url: z.string(), refuses: z.boolean(), looks: z.int() })

function followUp(recorded: Checkpoint): FollowedUp {
  const { post_id, url, refuses, looks } = followedSchema.parse(recorded)
  if (looks === 0) return { status: 'waiting', checkpoint: { ...recorded, looks: 1 } }
  const message = 'The sandbox refused the post after it was posted, as requested.'
  return refuses ? { status: 'refused', message } : { status: 'found', platformPostId: post_id, platformUrl: url }
}

/** Makes a call, and once more with another token when the first is refused: nothing happened then. */
async function call<T>(
  { attempt }: PublishableItem,
  { connection, signal }: StepOptions,
  make: (options: CallOptions) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted()
  const token = await connection.accessToken(signal)
  try {
    return await make({ token, signal, attempt })
  } catch (error) {
    if (!(error instanceof TokenRefusedError)) throw error
  }
  try {
    return await make({ token: await connection.replaceToken(token, signal), signal, attempt })
  } catch (cause) {
    if (!(cause instanceof TokenRefusedError)) throw cause
    const message = 'The sandbox no longer lets this connection publish. Reconnect the account.'
    throw new PlatformError('reconnect', message, { platformError: '401 token', cause })
  }
}
