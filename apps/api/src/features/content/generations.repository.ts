import type {
  Db,
  GenerationsTable,
  RunsTable,
  StoredExtras,
  StoredGenerationStatus,
  StoredResearch,
  Trx,
} from '#db/types.ts'
import { comesAfter, createdAtText } from '#db/keyset.ts'
import { selectFirstRuns } from '#features/runs/index.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import { isUuid } from '#shared/ids.ts'
import { storePrincipal } from '#shared/principal.ts'
import type { GenerateContentRequest, Generator } from '@powerpost/contract'
import type { Selectable } from 'kysely'
import type { ListedRow, PageOptions } from '#shared/paginate.ts'
import type { GenerationPlan } from './plan-generation.ts'

/** A generation, with what its first run cost and failed with. */
export type StoredGeneration = Selectable<GenerationsTable> &
  Pick<Selectable<RunsTable>, 'credits_used' | 'credits_refunded' | 'warnings' | 'error_code' | 'error_message'>

interface NewGeneration {
  readonly id: string
  readonly principal: WorkspacePrincipal
  readonly request: GenerateContentRequest
  readonly plan: GenerationPlan
  readonly createdAt: Date
}

export async function insertGeneration(trx: Trx, generation: NewGeneration): Promise<void> {
  const { id, principal, request, plan } = generation
  await trx
    .insertInto('generations')
    .values({
      id,
      account_id: principal.accountId,
      workspace_id: principal.workspaceId,
      livemode: principal.livemode,
      status: 'processing',
      input_type: plan.inputType,
      prompt: request.prompt ?? null,
      cta_text: request.cta_text ?? null,
      research_mode: request.research_mode,
      post_types: [...plan.postTypes],
      platforms: [...plan.platforms],
      writing_style: plan.style ? JSON.stringify(plan.style) : null,
      source_urls: [...plan.sourceUrls],
      research: null,
      generator: null,
      controls: Object.keys(plan.controls).length > 0 ? JSON.stringify(plan.controls) : null,
      brand: plan.brand ? JSON.stringify(plan.brand) : null,
      extras: null,
      created_by: storePrincipal(principal),
      created_at: generation.createdAt,
      completed_at: null,
    })
    .execute()
  if (plan.mediaIds.length === 0) return
  const links = plan.mediaIds.map((media_id, position) => ({ generation_id: id, position, media_id }))
  await trx.insertInto('generation_media').values(links).execute()
}

function generations(db: Db | Trx) {
  return db
    .selectFrom('generations')
    .innerJoin(selectFirstRuns(db), 'first_run_id', 'generations.id')
    .selectAll('generations')
    .select(['credits_used', 'credits_refunded', 'warnings', 'error_code', 'error_message'])
}

function generationOf(db: Db | Trx, principal: WorkspacePrincipal, id: string) {
  return generations(db)
    .where('id', '=', id)
    .where('workspace_id', '=', principal.workspaceId)
    .where('livemode', '=', principal.livemode)
}

/** A generation of the caller's workspace and mode; undefined for any other id. */
export async function findGeneration(
  db: Db,
  principal: WorkspacePrincipal,
  id: string,
): Promise<StoredGeneration | undefined> {
  return isUuid(id) ? generationOf(db, principal, id).executeTakeFirst() : undefined
}

/** The same, locked until the transaction ends. */
export async function lockGeneration(
  trx: Trx,
  principal: WorkspacePrincipal,
  id: string,
): Promise<StoredGeneration | undefined> {
  return isUuid(id) ? generationOf(trx, principal, id).forUpdate('generations').executeTakeFirst() : undefined
}

/** The generation of a run, for its job. */
export async function findGenerationOfRun(db: Db, id: string): Promise<StoredGeneration> {
  return generations(db).where('id', '=', id).executeTakeFirstOrThrow()
}

/** Locks a generation of any workspace until the transaction ends. False when there is none: it was deleted. */
export async function lockGenerationOfRun(trx: Trx, id: string): Promise<boolean> {
  const query = trx.selectFrom('generations').select('id').where('id', '=', id)
  return (await query.forNoKeyUpdate().executeTakeFirst()) !== undefined
}

interface ListOptions extends PageOptions {
  readonly status: StoredGenerationStatus | undefined
}

/** Generations of the caller's workspace and mode, newest first. */
export async function findGenerations(
  db: Db,
  principal: WorkspacePrincipal,
  { status, limit, after }: ListOptions,
): Promise<(StoredGeneration & ListedRow)[]> {
  let query = generations(db)
    .select(createdAtText.as('created_at_text'))
    .where('workspace_id', '=', principal.workspaceId)
    .where('livemode', '=', principal.livemode)
  if (status) query = query.where('status', '=', status)
  if (after) query = query.where(comesAfter(after))
  return query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

/** Makes a generation `processing` again. */
export async function updateProcessing(trx: Trx, id: string): Promise<void> {
  await trx.updateTable('generations').set({ status: 'processing', completed_at: null }).where('id', '=', id).execute()
}

interface GenerationEnd {
  readonly id: string
  readonly status: 'completed' | 'failed'
  readonly at: Date
  /** Of a first run that completed. */
  readonly generator?: Generator
  /** What was written besides the captions. Absent: nothing was asked for. */
  readonly extras?: StoredExtras
}

/** Ends a generation whose run ended in the same transaction. */
export async function updateGenerationEnd(
  trx: Trx,
  { id, status, at, generator, extras }: GenerationEnd,
): Promise<void> {
  await trx
    .updateTable('generations')
    .set({
      status,
      completed_at: at,
      ...(generator && { generator: JSON.stringify(generator) }),
      ...(extras && { extras: JSON.stringify(extras) }),
    })
    .where('id', '=', id)
    .execute()
}

/** Keeps what was looked up for a generation. */
export async function saveResearch(db: Db, id: string, research: StoredResearch): Promise<void> {
  await db
    .updateTable('generations')
    .set({ research: JSON.stringify(research) })
    .where('id', '=', id)
    .execute()
}

/** Ids of some generations of a workspace, locked until the transaction ends. */
export async function lockGenerationsOf(trx: Trx, workspaceId: string, limit: number): Promise<string[]> {
  const rows = await trx
    .selectFrom('generations')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .limit(limit)
    .forUpdate()
    .execute()
  return rows.map(({ id }) => id)
}

export async function deleteGenerations(trx: Trx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await trx.deleteFrom('generations').where('id', 'in', ids).execute()
}
