import type { Trx } from '#db/types.ts'
import type { ConnectionOwner, StoredConnection } from '#features/connections/index.ts'
import { chooseConnection } from '#features/connections/index.ts'
import type { StoredItem } from '#features/posts/index.ts'
import { AppError } from '#shared/app-error.ts'
import type { ErrorDetail, Platform } from '@powerpost/contract'
import { PLATFORM_NAMES } from '@powerpost/contract'

/** An item with its place in the post, from 0. */
export type PlacedItem = readonly [
  index: number,
  item: Pick<StoredItem, 'id' | 'platform' | 'connection_id' | 'post_type'>,
]

interface ChooseOptions {
  readonly owner: ConnectionOwner
  readonly items: readonly PlacedItem[]
  readonly now: Date
}

/** An item that goes nowhere. */
interface MissingConnection {
  readonly item: PlacedItem
  readonly reason: 'several' | 'missing'
  /** A sentence for the caller that says how to fix it. */
  readonly message: string
}

interface FoundConnections {
  /** By the item. */
  readonly chosen: ReadonlyMap<string, StoredConnection>
  readonly missing: readonly MissingConnection[]
}

/**
 * Chooses where each item goes, by the caller's current choice: to the connection that it names, else to the only one of its
 * platform. Holds the connections until the transaction ends.
 *
 * @throws AppError PLATFORM_NOT_CONNECTED with every item that has none, or VALIDATION_ERROR for one that could go to several
 */
export async function chooseConnections(
  trx: Trx,
  options: ChooseOptions,
): Promise<ReadonlyMap<string, StoredConnection>> {
  const { chosen, missing } = await findConnectionsOf(trx, options)
  const several = missing.find(({ reason }) => reason === 'several')
  const [first] = several ? [several] : missing
  if (!first) return chosen
  const code = several ? 'VALIDATION_ERROR' : 'PLATFORM_NOT_CONNECTED'
  throw new AppError(code, first.message, { details: (several ? [several] : missing).map(toDetail) })
}

/** The same for a post that was scheduled: what was decided then is not decided again. */
export async function findScheduledConnections(trx: Trx, options: ChooseOptions): Promise<FoundConnections> {
  const decided = options.items.filter(([, { connection_id }]) => connection_id !== null)
  const { chosen, missing } = await findConnectionsOf(trx, { ...options, items: decided })
  const undecided = options.items.filter(([, { connection_id }]) => connection_id === null)
  return { chosen, missing: [...missing, ...undecided.map(explainUndecided)] }
}

async function findConnectionsOf(trx: Trx, { owner, items, now }: ChooseOptions): Promise<FoundConnections> {
  const chosen = new Map<string, StoredConnection>()
  const missing: MissingConnection[] = []
  for (const item of items) {
    const [, { id, platform, connection_id: connectionId }] = item
    const choice = await chooseConnection(trx, owner, { platform, connectionId, now })
    if (choice.found) chosen.set(id, choice.connection)
    else missing.push({ item, reason: choice.reason === 'several' ? 'several' : 'missing', message: choice.message })
  }
  return { chosen, missing }
}

function toDetail({ item: [index], message }: MissingConnection): ErrorDetail {
  return { path: `items[${index}].connection_id`, message }
}

function explainUndecided(item: PlacedItem): MissingConnection {
  return { item, reason: 'missing', message: undecidedMessage(item[1].platform) }
}

function undecidedMessage(platform: Platform): string {
  return `No ${PLATFORM_NAMES[platform]} account was chosen when the post was scheduled. Retry the item with a connection_id.`
}
