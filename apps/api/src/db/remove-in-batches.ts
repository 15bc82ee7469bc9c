import type { Db, Trx } from './types.ts'

interface RemoveOptions {
  readonly db: Db
  /** Stops it between two batches, by throwing. */
  readonly signal: AbortSignal
  /** Removes some in its transaction, at most so many, and answers how many. */
  readonly removeBatch: (trx: Trx, most: number) => Promise<number>
}

const BATCH_SIZE = 100

/** Removes rows, a batch a transaction, until there are none. */
export async function removeInBatches({ db, signal, removeBatch }: RemoveOptions): Promise<void> {
  let removed: number
  do {
    signal.throwIfAborted()
    removed = await db.transaction().execute((trx) => removeBatch(trx, BATCH_SIZE))
  } while (removed > 0)
}
