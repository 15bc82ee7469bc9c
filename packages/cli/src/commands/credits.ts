import type { LedgerEntry } from '@powerpost/client'
import { examples } from '../help.ts'
import { formatList } from '../output/format-list.ts'
import type { OpenSession } from '../session.ts'
import { addGrantCommand } from './grant.ts'
import type { Program } from './program-type.ts'
import { formatTime } from '../output/format-time.ts'
import { ALL, CURSOR, limitOption, take } from './take.ts'

/** `powerpost credits ...` */
export function addCreditsCommands(program: Program, open: OpenSession): void {
  const credits = program.command('credits').description('The balance of the account, and its ledger.')
  credits.addHelpText(
    'after',
    examples('credits balance', 'credits ledger --limit 50', 'credits grant 500 --note "November"'),
  )

  credits
    .command('balance')
    .description('Show the balance.')
    .action(async () => {
      const session = open()
      const balance = await session.client().account.credits({ signal: session.signal })
      session.print(balance, () => `${balance.balance} credits`)
    })

  credits
    .command('ledger')
    .description('List every change of the balance, newest first.')
    .addOption(limitOption(20))
    .addOption(CURSOR)
    .addOption(ALL)
    .addHelpText('after', examples('credits ledger', 'credits ledger --limit 500 --json'))
    .action(async ({ ...part }) => {
      const session = open()
      const { ledger } = session.client().account
      const taken = await take((page) => ledger.list(page, { signal: session.signal }), part)
      session.print(taken, () => formatList(LEDGER_COLUMNS, taken, describeEntry))
    })
  addGrantCommand(credits, open)
}

const LEDGER_COLUMNS = ['time', 'amount', 'balance', 'reason']

function describeEntry({ created_at, kind, amount, balance_after, operation, note }: LedgerEntry): string[] {
  const why = operation ? `${kind} for ${operation.type} ${operation.id}` : `${kind}${note === null ? '' : `: ${note}`}`
  return [formatTime(created_at), amount > 0 ? `+${amount}` : String(amount), String(balance_after), why]
}
