import type { Trx } from '#db/types.ts'

/** Makes others that want to change what the account has together wait until the transaction ends. */
export async function lockAccount(trx: Trx, accountId: string): Promise<void> {
  await trx.selectFrom('accounts').select('id').where('id', '=', accountId).forNoKeyUpdate().execute()
}
