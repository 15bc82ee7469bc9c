import type { Db } from '#db/types.ts'
import { principalOf } from '#shared/principal.ts'
import { handlersFor } from '#shared/router.ts'
import { contract } from '@powerpost/contract/routes'
import { readBalance } from './credits.ts'
import { listLedger } from './list-ledger.ts'

const { getCredits, listLedger: listLedgerRoute } = contract.account

export function createAccountRoutes({ db }: { readonly db: Db }) {
  return handlersFor(
    { getCredits, listLedger: listLedgerRoute },
    {
      getCredits: async ({ res }) => {
        return { status: 200, body: { balance: await readBalance(db, principalOf(res).accountId) } }
      },
      listLedger: async ({ query, res }) => {
        return { status: 200, body: await listLedger(db, { principal: principalOf(res), query }) }
      },
    },
  )
}
