import { comesAfter, createdAtText } from '#db/keyset.ts'
import type { CreditLedgerTable, Db } from '#db/types.ts'
import type { Caller } from '#shared/caller.ts'
import type { ListedRow, PageOptions } from '#shared/paginate.ts'
import { paginate } from '#shared/paginate.ts'
import type { LedgerEntry, LedgerPage, ListLedgerQuery } from '@powerpost/contract'
import type { Selectable } from 'kysely'

type StoredEntry = Selectable<CreditLedgerTable>

/** A page of the account's ledger, newest first, in the caller's mode: as far as the workspaces that its key reaches. */
export async function listLedger(
  db: Db,
  { caller, query }: { readonly caller: Caller; readonly query: ListLedgerQuery },
): Promise<LedgerPage> {
  const page = await paginate({ list: 'ledger', caller, query }, (options) => findEntries(db, caller, options))
  return { ...page, data: page.data.map(toLedgerEntry) }
}

async function findEntries(
  db: Db,
  caller: Caller,
  { limit, after }: PageOptions,
): Promise<(StoredEntry & ListedRow)[]> {
  let query = db
    .selectFrom('credit_ledger')
    .selectAll()
    .select(createdAtText.as('created_at_text'))
    .where('account_id', '=', caller.accountId)
    .where('livemode', '=', caller.livemode)
  if (caller.workspaceIds !== null) query = query.where('workspace_id', 'in', caller.workspaceIds)
  if (after) query = query.where(comesAfter(after))
  return query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

function toLedgerEntry(entry: StoredEntry): LedgerEntry {
  const { operation_type: type, operation_id: id } = entry
  return {
    entry_id: entry.id,
    kind: entry.kind,
    amount: entry.amount,
    balance_after: entry.balance_after,
    operation: type !== null && id !== null ? { type, id } : null,
    note: entry.note,
    created_at: entry.created_at.toISOString(),
  }
}
