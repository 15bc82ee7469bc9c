import type { Db, Trx } from './types.ts'

interface DeleteOptions {
  readonly db: Db
  /** Stops it between two batches, by throwing. */
  readonly signal: AbortSignal
  /** Deletes rows in the transaction, at most so many, and returns how many. */
  readonly deleteBatch: (trx: Trx, most: number) => Promise<number>
  /** Called after each transaction that committed. @default nothing */
  readonly afterBatch?: () => Promise<void>
}

const BATCH_SIZE = 100

/** Deletes rows, one batch per transaction, until there are none. */
export async function deleteInBatches({ db, signal, deleteBatch, afterBatch }: DeleteOptions): Promise<void> {
  let deleted: number
  do {
    signal.throwIfAborted()
    deleted = await db.transaction().execute((trx) => deleteBatch(trx, BATCH_SIZE))
    await afterBatch?.()
  } while (deleted > 0)
}
