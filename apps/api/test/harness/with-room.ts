import { STORAGE_QUOTA_BYTES } from '@powerpost/contract'
import type { TestServer } from './test-server.ts'

const FILLING = '0199a1b2-0000-7000-8000-000000000099'

/** Leaves only so many bytes in the storage of the only account while something is done. */
export async function withRoom<T>(
  { db, workspaceId }: Pick<TestServer, 'db' | 'workspaceId'>,
  bytes: number,
  run: () => Promise<T>,
): Promise<T> {
  const { id: accountId } = await db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()
  const { used } = await db
    .selectFrom('media')
    .select((expression) => expression.fn.sum<string | null>('file_size').as('used'))
    .executeTakeFirstOrThrow()
  const now = new Date()
  await db
    .insertInto('media')
    .values({
      id: FILLING,
      account_id: accountId,
      workspace_id: workspaceId,
      livemode: true,
      status: 'uploading',
      storage_key: 'media/99/full',
      file_size: STORAGE_QUOTA_BYTES - bytes - Number(used ?? 0),
      colours: [],
      created_at: now,
      touched_at: now,
    })
    .execute()
  try {
    return await run()
  } finally {
    await db.deleteFrom('media').where('id', '=', FILLING).execute()
  }
}
