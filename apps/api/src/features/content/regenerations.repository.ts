import type { Db, RegenerationsTable, Trx } from '#db/types.ts'
import type { Captions, Platform } from '@powerpost/contract'
import type { Insertable, Selectable } from 'kysely'
import type { StoredGeneration } from './generations.repository.ts'

export type StoredRegeneration = Selectable<RegenerationsTable>

/** Begins a rewriting: its generation is `processing` until it ends. */
export async function insertRegeneration(
  trx: Trx,
  regeneration: Omit<Insertable<RegenerationsTable>, 'status' | 'error_code' | 'error_message' | 'completed_at'>,
): Promise<void> {
  const ended = { error_code: null, error_message: null, completed_at: null }
  await trx
    .insertInto('regenerations')
    .values({ ...regeneration, status: 'processing', ...ended })
    .execute()
  await trx
    .updateTable('generations')
    .set({ status: 'processing', completed_at: null })
    .where('id', '=', regeneration.generation_id)
    .execute()
}

interface RunningRegeneration {
  readonly regeneration: StoredRegeneration
  readonly generation: StoredGeneration
  /** How often the captions were written before. */
  readonly times: number
}

/** A rewriting that has not ended, for its job; undefined when there is nothing left to do. */
export async function findRegenerationToRun(db: Db, id: string): Promise<RunningRegeneration | undefined> {
  const regeneration = await db
    .selectFrom('regenerations')
    .selectAll()
    .where('id', '=', id)
    .where('status', '=', 'processing')
    .executeTakeFirst()
  if (!regeneration) return undefined
  const generation = await db
    .selectFrom('generations')
    .selectAll()
    .where('id', '=', regeneration.generation_id)
    .executeTakeFirstOrThrow()
  const { times } = await db
    .selectFrom('regenerations')
    .select((expression) => expression.fn.countAll<number>().as('times'))
    .where('generation_id', '=', generation.id)
    .executeTakeFirstOrThrow()
  return { regeneration, generation, times }
}

/** The last rewriting of a generation, whatever became of it. */
export async function findLastRegeneration(
  db: Db | Trx,
  generationId: string,
): Promise<StoredRegeneration | undefined> {
  return db
    .selectFrom('regenerations')
    .selectAll()
    .where('generation_id', '=', generationId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

interface RegenerationEnd {
  readonly id: string
  readonly at: Date
  /** Why it failed; absent: it did not. */
  readonly failure?: string
}

/** Ends a rewriting that runs, and with it the generation's being `processing`. Undefined when it had ended already. */
export async function endRegeneration(
  trx: Trx,
  { id, at, failure }: RegenerationEnd,
): Promise<StoredRegeneration | undefined> {
  const error = failure === undefined ? null : 'GENERATION_FAILED'
  const ended = await trx
    .updateTable('regenerations')
    .set({
      status: failure === undefined ? 'completed' : 'failed',
      error_code: error,
      error_message: failure ?? null,
      completed_at: at,
    })
    .where('id', '=', id)
    .where('status', '=', 'processing')
    .returningAll()
    .executeTakeFirst()
  if (!ended) return undefined
  await trx
    .updateTable('generations')
    .set({ status: 'completed', completed_at: at })
    .where('id', '=', ended.generation_id)
    .execute()
  return ended
}

interface NewCaption {
  readonly generationId: string
  readonly platform: Platform
  readonly caption: NonNullable<Captions[Platform]>
  readonly at: Date
}

/** Puts a caption in the place of the one that was there. */
export async function replaceOutput(trx: Trx, { generationId, platform, caption, at }: NewCaption): Promise<void> {
  await trx
    .updateTable('generation_outputs')
    .set({ caption: JSON.stringify({ caption }), created_at: at })
    .where('generation_id', '=', generationId)
    .where('platform', '=', platform)
    .execute()
}
