import type { LedgerEntry } from '@powerpost/client'
import { examples } from '../help.ts'
import { formatList } from '../output/format-list.ts'
import type { OpenSession } from '../session.ts'
import type { Program } from './program-type.ts'
import { wholeNumber } from './options.ts'
import { pageSize, take } from './take.ts'

/** `powerpost credits ...` */
export function addCreditsCommands(program: Program, open: OpenSession): Program {
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
    .option('--limit <n>', 'the maximum number', wholeNumber(1), 20)
    .addHelpText('after', examples('credits ledger', 'credits ledger --limit 500 --json'))
    .action(async ({ limit }) => {
      const session = open()
      const { ledger } = session.client().account
      const taken = await take(ledger.list({ limit: pageSize(limit) }, { signal: session.signal }), limit)
      session.print(taken, () => formatList(LEDGER_COLUMNS, taken, describeEntry))
    })
  return credits
}

const LEDGER_COLUMNS = ['time', 'amount', 'balance', 'reason']

function describeEntry({ created_at, kind, amount, balance_after, operation, note }: LedgerEntry): string[] {
  const why = operation ? `${kind} for ${operation.type} ${operation.id}` : `${kind}${note === null ? '' : `: ${note}`}`
  return [created_at, amount > 0 ? `+${amount}` : String(amount), String(balance_after), why]
}
