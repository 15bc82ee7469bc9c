import type { Db } from '#db/types.ts'
import type { OpenedConnection, OpenStoredConnection } from '#features/connections/index.ts'
import { findConnectionById } from '#features/connections/index.ts'
import type { MediaLinks } from '#features/media/index.ts'
import type { PlatformRegistry, PublishableItem, PostMedium, Publisher } from '#platforms/port.ts'
import { PublishError } from '#platforms/port.ts'
import { NotStoredError } from '#storage/errors.ts'
import type { Storage } from '#storage/port.ts'
import { PLATFORM_NAMES } from '@powerpost/contract'
import type { PostingItem } from './items.repository.ts'
import type { ItemFile } from './media.repository.ts'
import { findFiles } from './media.repository.ts'

export interface OpenDependencies {
  readonly db: Db
  readonly storage: Storage
  readonly platforms: PlatformRegistry
  readonly openConnection: OpenStoredConnection
  readonly mediaLinks: Pick<MediaLinks, 'of'>
}

/** What a step needs of an item. */
export interface OpenedItem {
  readonly publisher: Publisher
  readonly publishable: PublishableItem
  readonly connection: OpenedConnection
}

/**
 * Opens an item for steps.
 *
 * @throws PublishError when it cannot be posted any more
 */
export async function openItem(dependencies: OpenDependencies, item: PostingItem): Promise<OpenedItem> {
  const { db, platforms, openConnection } = dependencies
  const name = PLATFORM_NAMES[item.platform]
  const adapter = item.lane === 'sandbox' ? platforms.sandbox : platforms.find(item.platform)
  if (!adapter) throw new PublishError('never', `This server is no longer configured for ${name}. Tell its operator.`)
  const stored = item.connection_id === null ? undefined : await findConnectionById(db, item.connection_id)
  if (!stored || stored.deleted_at !== null) {
    throw new PublishError(
      'reconnect',
      `The connection to ${name} was deleted. Connect the account again with POST /connections.`,
    )
  }
  const files = item.has_media ? await findFiles(db, item.id) : []
  return {
    publisher: adapter.publisher,
    connection: openConnection(stored),
    publishable: {
      itemId: item.id,
      postType: item.post_type,
      content: item.content,
      ...(item.title !== null && { title: item.title }),
      media: files.map((file) => openMedium(dependencies, file)),
      options: item.options,
    },
  }
}

function openMedium({ storage, mediaLinks }: OpenDependencies, file: ItemFile): PostMedium {
  if (file.status !== 'ready' || file.type === null || file.mime_type === null) throw mediumGone()
  return {
    mediaId: file.id,
    type: file.type,
    mimeType: file.mime_type,
    fileName: file.file_name ?? '',
    size: file.file_size,
    width: file.width ?? 0,
    height: file.height ?? 0,
    ...(file.duration_seconds !== null && { durationSeconds: file.duration_seconds }),
    read: (range, signal) => readFile(storage, { key: file.storage_key, ...range }, signal),
    publicUrl: () => mediaLinks.of(file.id).url,
  }
}

interface Stretch {
  readonly key: string
  readonly start: number
  /** Not counted. */
  readonly end: number
}

async function* readFile(
  storage: Storage,
  { key, start, end }: Stretch,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  if (end <= start) return
  signal.throwIfAborted()
  const { stream } = await storage.open(key, { start, end: end - 1 }).catch((cause: unknown) => {
    throw cause instanceof NotStoredError ? mediumGone(cause) : cause
  })
  const stop = () => stream.destroy(signal.reason as Error)
  signal.addEventListener('abort', stop, { once: true })
  try {
    for await (const bytes of stream) yield bytes as Uint8Array
  } finally {
    signal.removeEventListener('abort', stop)
    stream.destroy()
  }
}

function mediumGone(cause?: unknown): PublishError {
  return new PublishError('never', 'A file of the item was deleted.', { cause })
}
