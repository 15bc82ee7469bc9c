import type { Db } from '#db/types.ts'
import type { OpenedConnection, OpenStoredConnection } from '#features/connections/index.ts'
import { findConnectionById } from '#features/connections/index.ts'
import type { PlatformLimit, PlatformRegistry, PublishableItem, Publisher, UsedUpQuota } from '#platforms/port.ts'
import { PublishError, publishingFor } from '#platforms/port.ts'
import { PLATFORM_NAMES, PLATFORM_OPTIONS } from '@powerpost/contract'
import type { PostingItem } from './items.repository.ts'
import { isPosted } from './is-posted.ts'
import { findReplyTo, nextPart } from './thread.ts'
import type { MediumDependencies } from './open-medium.ts'
import { openMedia } from './open-media.ts'

export interface OpenDependencies extends MediumDependencies {
  readonly db: Db
  readonly platforms: PlatformRegistry
  readonly openConnection: OpenStoredConnection
}

/** What a step needs of an item. */
export interface OpenedItem {
  readonly publisher: Publisher
  readonly publishable: PublishableItem
  readonly connection: OpenedConnection
  /** What good answers reported as used up, and is not recorded yet. */
  readonly quotas: UsedUpQuota[]
  /** How quotas stand by its answers, and is not recorded yet. */
  readonly limits: PlatformLimit[]
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
      `The connection to ${name}${stored ? ` as ${stored.display_name}` : ''} was deleted. Connect the account again with POST /connections.`,
    )
  }
  // A first comment stands below the first post of a thread.
  const part = isPosted(item) ? 0 : nextPart(item)
  const replyTo = part === 0 ? undefined : findReplyTo(item)
  const connection = openConnection(stored)
  return {
    publisher: publishingFor(adapter, connection.accountKind).publisher,
    connection,
    quotas: [],
    limits: [],
    publishable: {
      itemId: item.id,
      attempt: item.attempts,
      postType: item.post_type,
      content: part === 0 ? item.content : (item.thread[part - 1] ?? ''),
      ...(replyTo !== undefined && { replyTo }),
      ...(item.title !== null && { title: item.title }),
      ...(item.first_comment !== null && { firstComment: item.first_comment }),
      media: item.has_media ? await openMedia(dependencies, { itemId: item.id, part }) : [],
      options: readOptions(item),
    },
  }
}

/** The options of the item's platform, and no others. */
function readOptions({ platform, options }: PostingItem): PublishableItem['options'] {
  const read = PLATFORM_OPTIONS[platform].safeParse(options)
  if (read.success) return read.data
  const message = 'The options of the item are no longer as its platform takes them. Create another post.'
  throw new PublishError('never', message, { cause: read.error })
}
