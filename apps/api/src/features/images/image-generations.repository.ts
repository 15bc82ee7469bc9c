import { comesAfter, createdAtText } from '#db/keyset.ts'
import type { Db, ImageGenerationsTable, RunsTable, StoredGenerationStatus, Trx } from '#db/types.ts'
import type { Enhancement } from '#features/runs/index.ts'
import { selectFirstRuns } from '#features/runs/index.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import { isUuid } from '#shared/ids.ts'
import { storePrincipal } from '#shared/principal.ts'
import type { ListedRow, PageOptions } from '#shared/paginate.ts'
import type { GenerateImagesRequest, ImageGenerator } from '@powerpost/contract'
import type { Selectable } from 'kysely'
import type { ImagePlan } from './plan-images.ts'

/** An image generation, with what its first run cost and failed with. */
export type StoredImageGeneration = Selectable<ImageGenerationsTable> &
  Pick<Selectable<RunsTable>, 'credits_used' | 'credits_refunded' | 'warnings' | 'error_message'>

interface NewImageGeneration {
  readonly id: string
  readonly principal: WorkspacePrincipal
  readonly request: GenerateImagesRequest
  readonly plan: ImagePlan
  readonly createdAt: Date
}

export async function insertImageGeneration(trx: Trx, generation: NewImageGeneration): Promise<void> {
  const { id, principal, request, plan } = generation
  const { illustrated, styleMediaIds } = plan
  await trx
    .insertInto('image_generations')
    .values({
      id,
      account_id: principal.accountId,
      workspace_id: principal.workspaceId,
      livemode: principal.livemode,
      status: 'processing',
      mode: plan.mode,
      prompt: request.prompt ?? null,
      enhance_prompt: request.enhance_prompt,
      prompt_enhancement: null,
      prompt_used: null,
      size: request.size,
      quantity: request.quantity,
      model: request.model,
      generation_id: illustrated?.generationId ?? null,
      source_post_type: illustrated?.postType ?? null,
      caption: illustrated ? JSON.stringify(illustrated.caption) : null,
      generator: null,
      created_by: storePrincipal(principal),
      created_at: generation.createdAt,
      completed_at: null,
    })
    .execute()
  if (styleMediaIds.length === 0) return
  const styles = styleMediaIds.map((media_id, position) => ({ image_generation_id: id, position, media_id }))
  await trx.insertInto('image_generation_styles').values(styles).execute()
}

function imageGenerations(db: Db | Trx) {
  return db
    .selectFrom('image_generations')
    .innerJoin(selectFirstRuns(db), 'first_run_id', 'image_generations.id')
    .selectAll('image_generations')
    .select(['credits_used', 'credits_refunded', 'warnings', 'error_message'])
}

function imageGenerationOf(db: Db | Trx, principal: WorkspacePrincipal, id: string) {
  return imageGenerations(db)
    .where('id', '=', id)
    .where('workspace_id', '=', principal.workspaceId)
    .where('livemode', '=', principal.livemode)
}

/** An image generation of the caller's workspace and mode; undefined for any other id. */
export async function findImageGeneration(
  db: Db,
  principal: WorkspacePrincipal,
  id: string,
): Promise<StoredImageGeneration | undefined> {
  return isUuid(id) ? imageGenerationOf(db, principal, id).executeTakeFirst() : undefined
}

/** The same, locked until the transaction ends. */
export async function lockImageGeneration(
  trx: Trx,
  principal: WorkspacePrincipal,
  id: string,
): Promise<StoredImageGeneration | undefined> {
  return isUuid(id)
    ? imageGenerationOf(trx, principal, id).forUpdate('image_generations').executeTakeFirst()
    : undefined
}

/** The image generation of a run, for its job. */
export async function findImageGenerationOfRun(db: Db | Trx, id: string): Promise<StoredImageGeneration> {
  return imageGenerations(db).where('id', '=', id).executeTakeFirstOrThrow()
}

/** Locks an image generation of any workspace until the transaction ends. False when there is none: it was deleted. */
export async function lockImageGenerationOfRun(trx: Trx, id: string): Promise<boolean> {
  const query = trx.selectFrom('image_generations').select('id').where('id', '=', id)
  return (await query.forNoKeyUpdate().executeTakeFirst()) !== undefined
}

interface ListOptions extends PageOptions {
  readonly status: StoredGenerationStatus | undefined
}

/** Image generations of the caller's workspace and mode, newest first. */
export async function findImageGenerations(
  db: Db,
  principal: WorkspacePrincipal,
  { status, limit, after }: ListOptions,
): Promise<(StoredImageGeneration & ListedRow)[]> {
  let query = imageGenerations(db)
    .select(createdAtText.as('created_at_text'))
    .where('workspace_id', '=', principal.workspaceId)
    .where('livemode', '=', principal.livemode)
  if (status) query = query.where('status', '=', status)
  if (after) query = query.where(comesAfter(after))
  return query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

/** Keeps what came of enhancing the prompt, unless that is known already. Returns the prompt that is drawn from now on. */
export async function saveEnhancement(db: Db, id: string, { outcome, prompt }: Enhancement): Promise<string | null> {
  await db
    .updateTable('image_generations')
    .set({ prompt_enhancement: outcome, prompt_used: prompt ?? null })
    .where('id', '=', id)
    .where('prompt_enhancement', 'is', null)
    .execute()
  const row = await db.selectFrom('image_generations').select('prompt_used').where('id', '=', id).executeTakeFirst()
  return row?.prompt_used ?? null
}

/** Says who draws, the first time that something was drawn. */
export async function saveGenerator(trx: Trx, id: string, generator: ImageGenerator): Promise<void> {
  await trx
    .updateTable('image_generations')
    .set({ generator: JSON.stringify(generator) })
    .where('id', '=', id)
    .where('generator', 'is', null)
    .execute()
}

/** Makes an image generation `processing` again. */
export async function updateProcessing(trx: Trx, id: string): Promise<void> {
  const processing = { status: 'processing', completed_at: null } as const
  await trx.updateTable('image_generations').set(processing).where('id', '=', id).execute()
}

interface ImageGenerationEnd {
  readonly id: string
  readonly status: 'completed' | 'failed'
  readonly at: Date
}

/** Ends an image generation whose run ended in the same transaction. */
export async function updateImageGenerationEnd(trx: Trx, { id, status, at }: ImageGenerationEnd): Promise<void> {
  await trx.updateTable('image_generations').set({ status, completed_at: at }).where('id', '=', id).execute()
}

/** The media whose look is taken up, in their order. */
export async function findStyleMedia(db: Db | Trx, id: string): Promise<string[]> {
  const rows = await db
    .selectFrom('image_generation_styles')
    .select('media_id')
    .where('image_generation_id', '=', id)
    .orderBy('position')
    .execute()
  return rows.map((row) => row.media_id)
}

/** Ids of some image generations of a workspace, locked until the transaction ends. */
export async function lockImageGenerationsOf(trx: Trx, workspaceId: string, limit: number): Promise<string[]> {
  const rows = await trx
    .selectFrom('image_generations')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .limit(limit)
    .forUpdate()
    .execute()
  return rows.map((row) => row.id)
}

export async function deleteImageGenerations(trx: Trx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await trx.deleteFrom('image_generations').where('id', 'in', ids).execute()
}
