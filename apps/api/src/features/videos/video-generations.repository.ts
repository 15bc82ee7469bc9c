import { comesAfter, createdAtText } from '#db/keyset.ts'
import type { Db, VideoGenerationsTable, RunsTable, StoredGenerationStatus, Trx } from '#db/types.ts'
import type { Enhancement } from '#features/runs/index.ts'
import { selectFirstRuns } from '#features/runs/index.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import { isUuid } from '#shared/ids.ts'
import { storePrincipal } from '#shared/principal.ts'
import type { ListedRow, PageOptions } from '#shared/paginate.ts'
import type { GenerateVideoRequest, VideoGenerator } from '@powerpost/contract'
import type { Selectable } from 'kysely'

/** A video generation, with what its first run cost and failed with. */
export type StoredVideoGeneration = Selectable<VideoGenerationsTable> &
  Pick<Selectable<RunsTable>, 'credits_used' | 'credits_refunded' | 'warnings' | 'error_message'>

interface NewVideoGeneration {
  readonly id: string
  readonly principal: WorkspacePrincipal
  readonly request: GenerateVideoRequest
  /** The image that it begins with. */
  readonly sourceId: string | undefined
  readonly createdAt: Date
}

export async function insertVideoGeneration(trx: Trx, generation: NewVideoGeneration): Promise<void> {
  const { id, principal, request, sourceId } = generation
  await trx
    .insertInto('video_generations')
    .values({
      id,
      account_id: principal.accountId,
      workspace_id: principal.workspaceId,
      livemode: principal.livemode,
      status: 'processing',
      prompt: request.prompt,
      enhance_prompt: request.enhance_prompt,
      prompt_enhancement: null,
      prompt_used: null,
      size: request.size,
      duration: request.duration,
      model: request.model,
      has_audio: request.has_audio,
      has_source: sourceId !== undefined,
      media_id: sourceId ?? null,
      generator: null,
      created_by: storePrincipal(principal),
      created_at: generation.createdAt,
      completed_at: null,
    })
    .execute()
}

function videoGenerations(db: Db | Trx) {
  return db
    .selectFrom('video_generations')
    .innerJoin(selectFirstRuns(db), 'first_run_id', 'video_generations.id')
    .selectAll('video_generations')
    .select(['credits_used', 'credits_refunded', 'warnings', 'error_message'])
}

function videoGenerationOf(db: Db | Trx, principal: WorkspacePrincipal, id: string) {
  return videoGenerations(db)
    .where('id', '=', id)
    .where('workspace_id', '=', principal.workspaceId)
    .where('livemode', '=', principal.livemode)
}

/** A video generation of the caller's workspace and mode; undefined for any other id. */
export async function findVideoGeneration(
  db: Db,
  principal: WorkspacePrincipal,
  id: string,
): Promise<StoredVideoGeneration | undefined> {
  return isUuid(id) ? videoGenerationOf(db, principal, id).executeTakeFirst() : undefined
}

/** The same, locked until the transaction ends. */
export async function lockVideoGeneration(
  trx: Trx,
  principal: WorkspacePrincipal,
  id: string,
): Promise<StoredVideoGeneration | undefined> {
  return isUuid(id)
    ? videoGenerationOf(trx, principal, id).forUpdate('video_generations').executeTakeFirst()
    : undefined
}

/** The video generation of a run, for its job. */
export async function findVideoGenerationOfRun(db: Db | Trx, id: string): Promise<StoredVideoGeneration> {
  return videoGenerations(db).where('id', '=', id).executeTakeFirstOrThrow()
}

/** Locks a video generation of any workspace until the transaction ends. False when there is none: it was deleted. */
export async function lockVideoGenerationOfRun(trx: Trx, id: string): Promise<boolean> {
  const query = trx.selectFrom('video_generations').select('id').where('id', '=', id)
  return (await query.forNoKeyUpdate().executeTakeFirst()) !== undefined
}

interface ListOptions extends PageOptions {
  readonly status: StoredGenerationStatus | undefined
}

/** Video generations of the caller's workspace and mode, newest first. */
export async function findVideoGenerations(
  db: Db,
  principal: WorkspacePrincipal,
  { status, limit, after }: ListOptions,
): Promise<(StoredVideoGeneration & ListedRow)[]> {
  let query = videoGenerations(db)
    .select(createdAtText.as('created_at_text'))
    .where('workspace_id', '=', principal.workspaceId)
    .where('livemode', '=', principal.livemode)
  if (status) query = query.where('status', '=', status)
  if (after) query = query.where(comesAfter(after))
  return query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

/** Keeps what came of enhancing the prompt, unless that is known already. Returns the prompt that is used from now on. */
export async function saveEnhancement(db: Db, id: string, { outcome, prompt }: Enhancement): Promise<string | null> {
  await db
    .updateTable('video_generations')
    .set({ prompt_enhancement: outcome, prompt_used: prompt ?? null })
    .where('id', '=', id)
    .where('prompt_enhancement', 'is', null)
    .execute()
  const row = await db.selectFrom('video_generations').select('prompt_used').where('id', '=', id).executeTakeFirst()
  return row?.prompt_used ?? null
}

/** Says who made the video, the first time that one was made. */
export async function saveGenerator(trx: Trx, id: string, generator: VideoGenerator): Promise<void> {
  await trx
    .updateTable('video_generations')
    .set({ generator: JSON.stringify(generator) })
    .where('id', '=', id)
    .where('generator', 'is', null)
    .execute()
}

/** Makes a video generation `processing` again. */
export async function updateProcessing(trx: Trx, id: string): Promise<void> {
  const processing = { status: 'processing', completed_at: null } as const
  await trx.updateTable('video_generations').set(processing).where('id', '=', id).execute()
}

interface VideoGenerationEnd {
  readonly id: string
  readonly status: 'completed' | 'failed'
  readonly at: Date
}

/** Ends a video generation whose run ended in the same transaction. */
export async function updateVideoGenerationEnd(trx: Trx, { id, status, at }: VideoGenerationEnd): Promise<void> {
  await trx.updateTable('video_generations').set({ status, completed_at: at }).where('id', '=', id).execute()
}

/** The id of a video generation that is processing and begins with a medium. */
export async function findProcessingWith(trx: Trx, mediaId: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom('video_generations')
    .select('id')
    .where('media_id', '=', mediaId)
    .where('status', '=', 'processing')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}

/** Ids of some video generations of a workspace, locked until the transaction ends. */
export async function lockVideoGenerationsOf(trx: Trx, workspaceId: string, limit: number): Promise<string[]> {
  const rows = await trx
    .selectFrom('video_generations')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .limit(limit)
    .forUpdate()
    .execute()
  return rows.map((row) => row.id)
}

export async function deleteVideoGenerations(trx: Trx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await trx.deleteFrom('video_generations').where('id', 'in', ids).execute()
}
