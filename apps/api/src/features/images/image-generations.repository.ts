import { comesAfter, createdAtText } from '#db/keyset.ts'
import type { Db, ImageGenerationsTable, StoredGenerationStatus, Trx } from '#db/types.ts'
import type { WorkspaceCaller } from '#shared/caller.ts'
import { isUuid } from '#shared/ids.ts'
import type { ListedRow, PageOptions } from '#shared/paginate.ts'
import type { GenerateImagesRequest, ImageGenerator, PromptEnhancement } from '@powerpost/contract'
import type { Selectable } from 'kysely'
import type { ImagePlan } from './plan-images.ts'

export type StoredImageGeneration = Selectable<ImageGenerationsTable>

interface NewImageGeneration {
  readonly id: string
  readonly caller: WorkspaceCaller
  readonly request: GenerateImagesRequest
  readonly plan: ImagePlan
  /** One for each image. */
  readonly seeds: readonly number[]
  readonly createdAt: Date
}

export async function insertImageGeneration(trx: Trx, generation: NewImageGeneration): Promise<void> {
  const { id, caller, request, plan, seeds } = generation
  const { illustrated, styleMediaIds } = plan
  await trx
    .insertInto('image_generations')
    .values({
      id,
      account_id: caller.accountId,
      workspace_id: caller.workspaceId,
      livemode: caller.livemode,
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
      credits_used: plan.price,
      generator: null,
      error_code: null,
      error_message: null,
      created_at: generation.createdAt,
      completed_at: null,
    })
    .execute()
  const images = seeds.map((seed, position) => ({
    image_generation_id: id,
    position,
    status: 'pending' as const,
    seed,
    media_id: null,
    failure: null,
  }))
  await trx.insertInto('image_generation_images').values(images).execute()
  if (styleMediaIds.length === 0) return
  const styles = styleMediaIds.map((media_id, position) => ({ image_generation_id: id, position, media_id }))
  await trx.insertInto('image_generation_styles').values(styles).execute()
}

/** An image generation of the caller's workspace and mode; undefined for any other id. */
export async function findImageGeneration(
  db: Db,
  caller: WorkspaceCaller,
  id: string,
): Promise<StoredImageGeneration | undefined> {
  if (!isUuid(id)) return undefined
  return db
    .selectFrom('image_generations')
    .selectAll()
    .where('id', '=', id)
    .where('workspace_id', '=', caller.workspaceId)
    .where('livemode', '=', caller.livemode)
    .executeTakeFirst()
}

interface ListOptions extends PageOptions {
  readonly status: StoredGenerationStatus | undefined
}

/** Image generations of the caller's workspace and mode, newest first. */
export async function findImageGenerations(
  db: Db,
  caller: WorkspaceCaller,
  { status, limit, after }: ListOptions,
): Promise<(StoredImageGeneration & ListedRow)[]> {
  let query = db
    .selectFrom('image_generations')
    .selectAll()
    .select(createdAtText.as('created_at_text'))
    .where('workspace_id', '=', caller.workspaceId)
    .where('livemode', '=', caller.livemode)
  if (status) query = query.where('status', '=', status)
  if (after) query = query.where(comesAfter(after))
  return query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

/** An image generation that has not ended, for its job; undefined when there is nothing left to do. */
export async function findImageGenerationToRun(db: Db, id: string): Promise<StoredImageGeneration | undefined> {
  return running(db, id).executeTakeFirst()
}

/** The same, locked until the transaction ends. */
export async function lockRunning(trx: Trx, id: string): Promise<StoredImageGeneration | undefined> {
  return running(trx, id).forUpdate().executeTakeFirst()
}

function running(db: Db | Trx, id: string) {
  return db.selectFrom('image_generations').selectAll().where('id', '=', id).where('status', '=', 'processing')
}

interface Enhancement {
  readonly outcome: PromptEnhancement
  /** The prompt as it was rewritten: with `enhanced` alone. */
  readonly prompt?: string
}

/** Keeps what came of enhancing the prompt, unless that is known already. Answers what stands from now on. */
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

interface ImageGenerationEnd {
  readonly id: string
  readonly at: Date
  /** Absent: all images are there. */
  readonly failure?: { readonly message: string; readonly creditsRefunded: number }
}

/** Ends an image generation that is locked. */
export async function markEnded(trx: Trx, { id, at, failure }: ImageGenerationEnd): Promise<void> {
  await trx
    .updateTable('image_generations')
    .set({
      status: failure ? 'failed' : 'completed',
      error_code: failure ? 'IMAGE_GENERATION_FAILED' : null,
      error_message: failure?.message ?? null,
      credits_refunded: failure?.creditsRefunded ?? 0,
      completed_at: at,
    })
    .where('id', '=', id)
    .execute()
}

/** The media whose look is taken up, in their order. */
export async function findStyleMedia(db: Db, id: string): Promise<string[]> {
  const rows = await db
    .selectFrom('image_generation_styles')
    .select('media_id')
    .where('image_generation_id', '=', id)
    .orderBy('position')
    .execute()
  return rows.map((row) => row.media_id)
}

/** Some image generations of a workspace, locked until the transaction ends. */
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

export async function removeImageGenerations(trx: Trx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await trx.deleteFrom('image_generations').where('id', 'in', ids).execute()
}
