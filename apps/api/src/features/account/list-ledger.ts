import { comesAfter, createdAtText } from '#db/keyset.ts'
import type { CreditLedgerTable, Db } from '#db/types.ts'
import type { Principal } from '#shared/principal.ts'
import type { ListedRow, PageOptions } from '#shared/paginate.ts'
import { paginate } from '#shared/paginate.ts'
import type { LedgerEntry, LedgerPage, ListLedgerQuery } from '@powerpost/contract'
import type { Selectable } from 'kysely'

type StoredEntry = Selectable<CreditLedgerTable>

/** A page of the account's ledger, newest first, in the caller's mode: as far as the workspaces that its key reaches. */
export async function listLedger(
  db: Db,
  { principal, query }: { readonly principal: Principal; readonly query: ListLedgerQuery },
): Promise<LedgerPage> {
  const page = await paginate({ list: 'ledger', principal, query }, (options) => findEntries(db, principal, options))
  return { ...page, data: page.data.map(toLedgerEntry) }
}

async function findEntries(
  db: Db,
  principal: Principal,
  { limit, after }: PageOptions,
): Promise<(StoredEntry & ListedRow)[]> {
  let query = db
    .selectFrom('credit_ledger')
    .selectAll()
    .select(createdAtText.as('created_at_text'))
    .where('account_id', '=', principal.accountId)
    .where('livemode', '=', principal.livemode)
  if (principal.workspaceIds !== null) query = query.where('workspace_id', 'in', principal.workspaceIds)
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
