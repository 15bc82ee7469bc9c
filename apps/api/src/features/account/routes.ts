import type { Db } from '#db/types.ts'
import { callerOf } from '#shared/caller.ts'
import { contract } from '@powerpost/contract'
import { initServer } from '@ts-rest/express'
import { readBalance } from './credits.ts'

export function createAccountRoutes({ db }: { readonly db: Db }) {
  return initServer().router(contract.account, {
    getCredits: async ({ res }) => {
      return { status: 200, body: { balance: await readBalance(db, callerOf(res).accountId) } }
    },
  })
}
