import type { Trx } from '#db/types.ts'
import type { ConnectionOwner, StoredConnection } from '#features/connections/index.ts'
import { chooseConnection } from '#features/connections/index.ts'
import type { StoredItem } from '#features/posts/index.ts'
import { AppError, invalidField } from '#shared/app-error.ts'
import type { ErrorDetail } from '@powerpost/contract'

interface ChooseOptions {
  readonly owner: ConnectionOwner
  /** The items that are to be posted, each with its place in the post. */
  readonly items: readonly (readonly [index: number, item: StoredItem])[]
  readonly now: Date
}

/**
 * Chooses where each item goes, and holds the connections until the transaction ends. Throws PLATFORM_NOT_CONNECTED with every
 * item that has none, or VALIDATION_ERROR for one that could go to several.
 */
export async function chooseConnections(
  trx: Trx,
  { owner, items, now }: ChooseOptions,
): Promise<ReadonlyMap<string, StoredConnection>> {
  const chosen = new Map<string, StoredConnection>()
  const details: ErrorDetail[] = []
  for (const [index, item] of items) {
    const { platform, connection_id: connectionId } = item
    const choice = await chooseConnection(trx, owner, { platform, connectionId, now })
    if (choice.found) {
      chosen.set(item.id, choice.connection)
      continue
    }
    const path = `items[${index}].connection_id`
    if (choice.reason === 'several') throw invalidField(path, `is needed. ${choice.message}`)
    details.push({ path, message: choice.message })
  }
  const [first] = details
  if (first) throw new AppError('PLATFORM_NOT_CONNECTED', first.message, { details })
  return chosen
}
