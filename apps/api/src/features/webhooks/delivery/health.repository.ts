import type { Db, Trx, WebhookEndpointsTable } from '#db/types.ts'
import type { Selectable } from 'kysely'

type DisabledReason = NonNullable<Selectable<WebhookEndpointsTable>['disabled_reason']>

/** Notes since when an endpoint fails. */
export async function markFailing(trx: Trx, id: string, since: Date): Promise<void> {
  await trx
    .updateTable('webhook_endpoints')
    .set({ failing_since: since })
    .where('id', '=', id)
    .where('failing_since', 'is', null)
    .execute()
}

/** An endpoint took a delivery. */
export async function clearFailing(db: Db, id: string): Promise<void> {
  await db.updateTable('webhook_endpoints').set({ failing_since: null }).where('id', '=', id).execute()
}

interface DisableOptions {
  readonly id: string
  readonly reason: DisabledReason
  /** Only when it has failed since then, or longer. */
  readonly failingSince?: Date
}

/** Disables an endpoint. False when it was, or when that does not hold any more. */
export async function disableEndpoint(trx: Trx, { id, reason, failingSince }: DisableOptions): Promise<boolean> {
  let query = trx
    .updateTable('webhook_endpoints')
    .set({ disabled_reason: reason })
    .where('id', '=', id)
    .where('disabled_reason', 'is', null)
  if (failingSince) query = query.where('failing_since', '<=', failingSince)
  const { numUpdatedRows } = await query.executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
