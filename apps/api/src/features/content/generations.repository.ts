import type { Db, GenerationsTable, StoredGenerationStatus, StoredResearch, Trx } from '#db/types.ts'
import { comesAfter, createdAtText } from '#db/keyset.ts'
import type { WorkspaceCaller } from '#shared/caller.ts'
import { isUuid } from '#shared/ids.ts'
import type { GenerateContentRequest, Generator } from '@powerpost/contract'
import type { Selectable } from 'kysely'
import type { ListedRow, PageOptions } from '#shared/paginate.ts'
import type { GenerationPlan } from './plan-generation.ts'

export type StoredGeneration = Selectable<GenerationsTable>

interface NewGeneration {
  readonly id: string
  readonly caller: WorkspaceCaller
  readonly request: GenerateContentRequest
  readonly plan: GenerationPlan
  readonly createdAt: Date
}

export async function insertGeneration(trx: Trx, generation: NewGeneration): Promise<void> {
  const { id, caller, request, plan } = generation
  await trx
    .insertInto('generations')
    .values({
      id,
      account_id: caller.accountId,
      workspace_id: caller.workspaceId,
      livemode: caller.livemode,
      status: 'processing',
      input_type: plan.inputType,
      prompt: request.prompt ?? null,
      cta_text: request.cta_text ?? null,
      research_mode: request.research_mode,
      post_types: [...plan.postTypes],
      platforms: [...plan.platforms],
      credits_used: plan.price,
      writing_style: plan.style ? JSON.stringify(plan.style) : null,
      source_urls: [...plan.sourceUrls],
      research: null,
      generator: null,
      error_code: null,
      error_message: null,
      created_at: generation.createdAt,
      completed_at: null,
    })
    .execute()
  if (plan.mediaIds.length === 0) return
  const links = plan.mediaIds.map((media_id, position) => ({ generation_id: id, position, media_id }))
  await trx.insertInto('generation_media').values(links).execute()
}

function generationOf(db: Db | Trx, caller: WorkspaceCaller, id: string) {
  return db
    .selectFrom('generations')
    .selectAll()
    .where('id', '=', id)
    .where('workspace_id', '=', caller.workspaceId)
    .where('livemode', '=', caller.livemode)
}

/** A generation of the caller's workspace and mode; undefined for any other id. */
export async function findGeneration(
  db: Db,
  caller: WorkspaceCaller,
  id: string,
): Promise<StoredGeneration | undefined> {
  return isUuid(id) ? generationOf(db, caller, id).executeTakeFirst() : undefined
}

/** The same, locked until the transaction ends. */
export async function lockGeneration(
  trx: Trx,
  caller: WorkspaceCaller,
  id: string,
): Promise<StoredGeneration | undefined> {
  return isUuid(id) ? generationOf(trx, caller, id).forUpdate().executeTakeFirst() : undefined
}

/** A generation that has never ended, for its job: one whose captions are written anew has a generator already; undefined when there is nothing left to do. */
export async function findGenerationToRun(db: Db, id: string): Promise<StoredGeneration | undefined> {
  return db
    .selectFrom('generations')
    .selectAll()
    .where('id', '=', id)
    .where('status', '=', 'processing')
    .where('generator', 'is', null)
    .executeTakeFirst()
}

interface ListOptions extends PageOptions {
  readonly status: StoredGenerationStatus | undefined
}

/** Generations of the caller's workspace and mode, newest first. */
export async function findGenerations(
  db: Db,
  caller: WorkspaceCaller,
  { status, limit, after }: ListOptions,
): Promise<(StoredGeneration & ListedRow)[]> {
  let query = db
    .selectFrom('generations')
    .selectAll()
    .select(createdAtText.as('created_at_text'))
    .where('workspace_id', '=', caller.workspaceId)
    .where('livemode', '=', caller.livemode)
  if (status) query = query.where('status', '=', status)
  if (after) query = query.where(comesAfter(after))
  return query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

/** Ends a generation that runs as `completed`. False when it had ended already. */
export async function completeGeneration(
  trx: Trx,
  { id, generator, completedAt }: { readonly id: string; readonly generator: Generator; readonly completedAt: Date },
): Promise<boolean> {
  const result = await trx
    .updateTable('generations')
    .set({ status: 'completed', generator: JSON.stringify(generator), completed_at: completedAt })
    .where('id', '=', id)
    .where('status', '=', 'processing')
    .where('generator', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

interface FailedGeneration extends Pick<StoredGeneration, 'account_id' | 'workspace_id' | 'livemode' | 'credits_used'> {
  readonly error_code: 'GENERATION_FAILED'
}

/** Ends a generation that runs as `failed`; undefined when it had ended already. */
export async function markFailed(
  trx: Trx,
  { id, message, completedAt }: { readonly id: string; readonly message: string; readonly completedAt: Date },
): Promise<FailedGeneration | undefined> {
  const error_code = 'GENERATION_FAILED'
  const failed = await trx
    .updateTable('generations')
    .set({ status: 'failed', error_code, error_message: message, completed_at: completedAt })
    .where('id', '=', id)
    .where('status', '=', 'processing')
    .where('generator', 'is', null)
    .returning(['account_id', 'workspace_id', 'livemode', 'credits_used'])
    .executeTakeFirst()
  return failed && { ...failed, error_code }
}

/** Keeps what was looked up for a generation. */
export async function saveResearch(db: Db, id: string, research: StoredResearch): Promise<void> {
  await db
    .updateTable('generations')
    .set({ research: JSON.stringify(research) })
    .where('id', '=', id)
    .execute()
}

/** Some generations of a workspace, locked until the transaction ends. */
export async function lockGenerationsOf(
  trx: Trx,
  workspaceId: string,
  limit: number,
): Promise<Pick<StoredGeneration, 'id' | 'status'>[]> {
  return trx
    .selectFrom('generations')
    .select(['id', 'status'])
    .where('workspace_id', '=', workspaceId)
    .limit(limit)
    .forUpdate()
    .execute()
}

export async function removeGenerations(trx: Trx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await trx.deleteFrom('generations').where('id', 'in', ids).execute()
}
