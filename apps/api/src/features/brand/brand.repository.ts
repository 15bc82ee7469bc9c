import type { BrandProfilesTable, Db, StoredBrandProfile, Trx } from '#db/types.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { Selectable } from 'kysely'

export type StoredBrand = Selectable<BrandProfilesTable>

/** The profile of a workspace and mode; undefined when there is none. */
export async function findBrand(
  db: Db | Trx,
  principal: Pick<WorkspacePrincipal, 'workspaceId' | 'livemode'>,
): Promise<StoredBrand | undefined> {
  return db
    .selectFrom('brand_profiles')
    .selectAll()
    .where('workspace_id', '=', principal.workspaceId)
    .where('livemode', '=', principal.livemode)
    .executeTakeFirst()
}

/** The same, locked until the transaction ends. */
export async function lockBrand(trx: Trx, principal: WorkspacePrincipal): Promise<StoredBrand | undefined> {
  return trx
    .selectFrom('brand_profiles')
    .selectAll()
    .where('workspace_id', '=', principal.workspaceId)
    .where('livemode', '=', principal.livemode)
    .forUpdate()
    .executeTakeFirst()
}

interface NewBrand {
  readonly profile: StoredBrandProfile
  readonly logoId: string | null
  readonly at: Date
}

export async function upsertBrand(
  trx: Trx,
  { accountId, workspaceId, livemode }: WorkspacePrincipal,
  { profile, logoId, at }: NewBrand,
): Promise<StoredBrand> {
  const values = { profile: JSON.stringify(profile), logo_media_id: logoId, updated_at: at }
  return trx
    .insertInto('brand_profiles')
    .values({ account_id: accountId, workspace_id: workspaceId, livemode, ...values })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'livemode']).doUpdateSet(values))
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Deletes the profiles of a deleted workspace. */
export async function removeBrands(trx: Trx, workspaceId: string): Promise<void> {
  await trx.deleteFrom('brand_profiles').where('workspace_id', '=', workspaceId).execute()
}
