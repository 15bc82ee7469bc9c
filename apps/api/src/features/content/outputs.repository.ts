import type { Db, Trx } from '#db/types.ts'
import type { Captions, Platform } from '@powerpost/contract'
import { sql } from 'kysely'

/** The captions that stand in the database, by platform. */
export async function findOutputs(db: Db | Trx, generationId: string): Promise<Captions> {
  const rows = await db
    .selectFrom('generation_outputs')
    .select(['platform', 'caption'])
    .where('generation_id', '=', generationId)
    .execute()
  return Object.fromEntries(rows.map((row) => [row.platform, row.caption.caption]))
}

interface NewOutput {
  readonly generationId: string
  readonly platform: Platform
  readonly caption: NonNullable<Captions[Platform]>
  readonly attempt: number
  readonly createdAt: Date
}

/** Saves one platform's caption as soon as it is finished. What a later attempt wrote is not written over. */
export async function saveOutput(trx: Trx, output: NewOutput): Promise<void> {
  const caption = JSON.stringify({ caption: output.caption })
  const { attempt, createdAt: created_at } = output
  await trx
    .insertInto('generation_outputs')
    .values({ generation_id: output.generationId, platform: output.platform, caption, attempt, created_at })
    .onConflict((conflict) =>
      conflict
        .columns(['generation_id', 'platform'])
        .doUpdateSet({ caption, attempt, created_at })
        .where('generation_outputs.attempt', '<=', attempt),
    )
    .execute()
}

/** The further captions that stand in the database, by platform; none of a platform without any. */
export async function findVariants(db: Db | Trx, generationId: string): Promise<StoredVariants> {
  const rows = await db
    .selectFrom('generation_outputs')
    .select(['platform', 'caption'])
    .where('generation_id', '=', generationId)
    .execute()
  const written = rows.flatMap(({ platform, caption: { variants = [] } }) =>
    variants.length > 0 ? [[platform, variants] as const] : [],
  )
  return Object.fromEntries(written)
}

type StoredVariants = { [P in Platform]?: NonNullable<Captions[P]>[] }

interface NewVariants {
  readonly generationId: string
  readonly platform: Platform
  readonly variants: readonly NonNullable<Captions[Platform]>[]
}

/** Saves the further captions of a platform next to the first. */
export async function saveVariants(trx: Trx, { generationId, platform, variants }: NewVariants): Promise<void> {
  await trx
    .updateTable('generation_outputs')
    .set({ caption: sql`caption || ${JSON.stringify({ variants })}::jsonb` })
    .where('generation_id', '=', generationId)
    .where('platform', '=', platform)
    .execute()
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
