import type { ConnectionsTable, Db } from '#db/types.ts'
import type { ChoiceName } from '@powerpost/contract'
import type { Selectable } from 'kysely'
import { sql } from 'kysely'

export type KeptList = NonNullable<NonNullable<Selectable<ConnectionsTable>['choices']>[ChoiceName]>

interface ListOptions {
  readonly connectionId: string
  /** Of the tokens that it is asked with: what is of an older sign-in is not stored. */
  readonly tokenVersion: number
  readonly name: ChoiceName
}

/**
 * Claims the question for one list of an account, in one statement: of many that want to ask at once, one may. False: it was asked after
 * `before`, or the connection was renewed or deleted meanwhile.
 */
export async function claimQuestion(
  db: Db,
  { before, now, ...options }: ListOptions & { readonly before: Date; readonly now: Date },
): Promise<boolean> {
  const claimed = await update(db, options, { asked_at: now.toISOString() })
    .where(sql<boolean>`coalesce((choices -> ${options.name}::text ->> 'asked_at')::timestamptz <= ${before}, true)`)
    .returning('id')
    .executeTakeFirst()
  return claimed !== undefined
}

/** Keeps one list of an account, next to its others, or why it could not be asked for, next to what the platform said before. */
export async function storeAnswer(
  db: Db,
  { answer, ...options }: ListOptions & { readonly answer: KeptList },
): Promise<void> {
  await update(db, options, answer).execute()
}

function update(db: Db, { connectionId, tokenVersion, name }: ListOptions, change: KeptList) {
  const list = sql`(coalesce(choices -> ${name}::text, '{}'::jsonb) - 'refusal') || ${JSON.stringify(change)}::jsonb`
  return db
    .updateTable('connections')
    .set({ choices: sql<string>`coalesce(choices, '{}'::jsonb) || jsonb_build_object(${name}::text, ${list})` })
    .where('id', '=', connectionId)
    .where('token_version', '>=', tokenVersion)
    .where('deleted_at', 'is', null)
}
