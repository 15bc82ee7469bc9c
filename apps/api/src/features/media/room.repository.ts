import type { Db, Trx } from '#db/types.ts'
import { MEDIA_RULES, STORAGE_QUOTA_BYTES } from '@powerpost/contract'

interface RoomOptions {
  readonly accountId: string
  readonly bytes: number
  /** A medium whose own room is not counted. */
  readonly except?: string
}

/** Whether the media of an account may take so many bytes more. Only who holds the account's lock can rely on it. */
export async function hasRoom(db: Db | Trx, { accountId, bytes, except }: RoomOptions): Promise<boolean> {
  let others = db.selectFrom('media').where('account_id', '=', accountId)
  if (except !== undefined) others = others.where('id', '!=', except)
  const { used } = await others
    .select((expression) => expression.fn.sum<string | null>('file_size').as('used'))
    .executeTakeFirstOrThrow()
  return Number(used ?? 0) + bytes <= STORAGE_QUOTA_BYTES
}

/** Whether an account has room for the largest video that is taken. Nothing is reserved. */
export function hasRoomForVideo(db: Db | Trx, accountId: string): Promise<boolean> {
  return hasRoom(db, { accountId, bytes: MEDIA_RULES.video.maxBytes })
}
