import type { Trx } from '#db/types.ts'
import { chooseConnection } from '#features/connections/index.ts'
import { invalidField } from '#shared/app-error.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { Captions, OnLimit, Platform, PostItemInput } from '@powerpost/contract'
import { PLATFORM_NAMES, PLATFORM_OF_POST_TYPE, PLATFORM_OPTIONS } from '@powerpost/contract'
import { chooseDefaults } from './choose-defaults.ts'
import { fillTexts } from './fill-texts.ts'
import { planMedia } from './plan-media.ts'
import type { ItemToCheck, ThreadPart } from './preflight/finding.ts'

/** What an item of a request comes to: nothing of it is stored yet. */
export interface PlannedItem extends ItemToCheck {
  readonly platform: Platform
  readonly thread: readonly ThreadPart[]
  /** The one that was asked for. */
  readonly connectionId: string | null
  /** Null: with its post. */
  readonly scheduledAt: Date | null
  readonly onLimit: OnLimit
}

interface PlanOptions {
  readonly principal: WorkspacePrincipal
  readonly items: readonly PostItemInput[]
  /** Of the generation that texts are filled from; undefined when there is none. */
  readonly captions: Captions | undefined
  readonly now: Date
}

/**
 * Finds what the items of a request name, and fills their texts. Until the transaction ends none of their media and
 * connections can be deleted. Throws VALIDATION_ERROR for what is not this workspace's, and for a text that is missing.
 */
export async function planItems(
  trx: Trx,
  { principal, items, captions, now }: PlanOptions,
): Promise<readonly PlannedItem[]> {
  const texts = items.map((item, index) => fillTexts(item, { index, captions }))
  const media = await planMedia(trx, principal, items)
  const planned: PlannedItem[] = []
  for (const [index, { post_type: postType, options = {}, first_comment = '', ...input }] of items.entries()) {
    const { thread = [], connection_id, scheduled_at, on_limit: onLimit = 'wait', fit = 'auto' } = input
    const platform = PLATFORM_OF_POST_TYPE[postType]
    const connectionId = await findConnectionId(trx, principal, { id: connection_id, index, platform, now })
    const { content, title } = texts[index] ?? { content: '', title: undefined }
    const comment = first_comment.trim() === '' ? undefined : first_comment
    planned.push({
      postType,
      platform,
      content,
      title,
      firstComment: comment,
      options: chooseDefaults(platform, PLATFORM_OPTIONS[platform].parse(options)),
      media: media[index]?.media ?? [],
      thread: thread.map(({ content }, place) => ({ content, media: media[index]?.thread[place] ?? [] })),
      fit,
      connectionId,
      onLimit,
      scheduledAt: scheduled_at === undefined ? null : new Date(scheduled_at),
    })
  }
  return planned
}

interface ConnectionOptions {
  readonly id: string | undefined
  readonly index: number
  readonly platform: Platform
  readonly now: Date
}

async function findConnectionId(
  trx: Trx,
  principal: WorkspacePrincipal,
  { id, index, platform, now }: ConnectionOptions,
): Promise<string | null> {
  if (id === undefined) return null
  const chosen = await chooseConnection(trx, principal, { platform, connectionId: id, now })
  if (chosen.found) return chosen.connection.id
  if (chosen.reason === 'unknown' || chosen.reason === 'deleted') {
    throw invalidField(
      `items[${index}].connection_id`,
      `is not a connection of this workspace to ${PLATFORM_NAMES[platform]}`,
    )
  }
  // One that has ended may be reconnected before the draft is published.
  return id.toLowerCase()
}
