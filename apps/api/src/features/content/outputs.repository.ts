import type { Db, GenerationOutputsTable, Trx } from '#db/types.ts'
import type { Captions, Platform } from '@powerpost/contract'
import type { Selectable } from 'kysely'
import { sql } from 'kysely'

/** The captions that stand in the database, by platform. */
export async function findOutputs(db: Db | Trx, generationId: string): Promise<Captions> {
  return toCaptions(await selectOutputs(db, generationId).execute())
}

interface NewOutputs {
  readonly generationId: string
  readonly attempt: number
  readonly captions: readonly {
    readonly platform: Platform
    readonly caption: NonNullable<Captions[Platform]>
    readonly at: Date
  }[]
}

/** Saves captions of several platforms. What a later attempt wrote is not written over. */
export async function saveOutputs(trx: Trx, { generationId, attempt, captions }: NewOutputs): Promise<void> {
  const rows = captions.map(({ platform, caption, at }) => ({
    generation_id: generationId,
    platform,
    caption: JSON.stringify({ caption }),
    attempt,
    created_at: at,
  }))
  await trx
    .insertInto('generation_outputs')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['generation_id', 'platform'])
        .doUpdateSet(({ ref }) => ({
          caption: ref('excluded.caption'),
          attempt: ref('excluded.attempt'),
          created_at: ref('excluded.created_at'),
        }))
        .where('generation_outputs.attempt', '<=', attempt),
    )
    .execute()
}

/** What stands in the database of a generation, by platform: its captions, and further ones where there are any. */
export async function findWritten(
  db: Db | Trx,
  generationId: string,
): Promise<{ readonly outputs: Captions; readonly variants: StoredVariants | undefined }> {
  const rows = await selectOutputs(db, generationId).execute()
  const variants = rows.flatMap(({ platform, caption: { variants: further = [] } }) =>
    further.length > 0 ? [[platform, further] as const] : [],
  )
  return { outputs: toCaptions(rows), variants: variants.length > 0 ? Object.fromEntries(variants) : undefined }
}

function selectOutputs(db: Db | Trx, generationId: string) {
  return db.selectFrom('generation_outputs').select(['platform', 'caption']).where('generation_id', '=', generationId)
}

function toCaptions(rows: readonly Pick<Selectable<GenerationOutputsTable>, 'platform' | 'caption'>[]): Captions {
  return Object.fromEntries(rows.map((row) => [row.platform, row.caption.caption]))
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
