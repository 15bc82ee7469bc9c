import type { Db } from '#db/types.ts'
import { findUsableKeys } from '#features/account/index.ts'
import { invalidApiKey } from '#shared/app-error.ts'
import type { Principal } from '#shared/principal.ts'
import type { Clock } from '#shared/clock.ts'
import type { PageCursor } from '#shared/page-cursor.ts'
import type { AuditFilters } from '@powerpost/contract'
import { findLines } from './audit.repository.ts'
import { toEntry } from './present-entry.ts'

interface ExportOptions {
  readonly principal: Principal
  readonly filters: AuditFilters
}

/** What is in memory at once. */
const BATCH_SIZE = 200

/** All entries that match, newest first, a batch of JSON Lines at a time. Breaks off when the access of the caller ends. */
export async function* exportAuditLog(
  { db, clock }: { readonly db: Db; readonly clock: Clock },
  { principal, filters }: ExportOptions,
): AsyncGenerator<string, void, undefined> {
  let after: PageCursor | undefined
  for (;;) {
    const lines = await findLines(db, principal, { filters, limit: BATCH_SIZE, after })
    if (lines.length > 0) yield lines.map((line) => `${JSON.stringify(toEntry(line))}\n`).join('')
    const last = lines.at(-1)
    if (!last || lines.length < BATCH_SIZE) return
    after = { createdAt: last.created_at_text, id: last.id }
    const usable = await findUsableKeys(db, { keyIds: [principal.keyId], now: clock.now() })
    if (!usable.has(principal.keyId)) throw invalidApiKey()
  }
}
