import { examples } from '../help.ts'
import { loadOperator } from '../load-operator.ts'
import { printableLine } from '../output/printable.ts'
import type { OpenSession } from '../session.ts'
import { wholeNumber } from './options.ts'
import type { Program } from './program-type.ts'
import { DATA_DIR, DATABASE_URL, readServerData } from './server-data.ts'

/** `powerpost credits grant`: the operator's own. No API key can do it, so that none can give itself credits. */
export function addGrantCommand(credits: Program, open: OpenSession): void {
  credits
    .command('grant')
    .description("Give an account credits. For the server's operator: it works on the database, not through the API.")
    .argument('<amount>', 'how many', wholeNumber(1))
    .option('--note <text>', 'the reason; shown in the ledger', 'Granted by the operator')
    .option('--account <id>', 'the account, if there are several')
    .option(...DATA_DIR)
    .option(...DATABASE_URL)
    .addHelpText(
      'after',
      examples('credits grant 500 --note "November"', 'credits grant 100 --data-dir /var/lib/powerpost'),
    )
    .action(async (amount, { note, account, ...flags }) => {
      const session = open()
      const { grantCredits } = await loadOperator()
      const granted = await grantCredits(readServerData(session, flags), { amount, note, account })
      session.print(granted, () => `${granted.amount} credits granted; the balance is ${granted.balance}.`)
      session.note(`Account ${printableLine(granted.account_id)}`)
    })
}
