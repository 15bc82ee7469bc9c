import type { Db, Trx } from '#db/types.ts'
import type { WorkspaceCaller } from '#shared/caller.ts'
import type { Clock } from '#shared/clock.ts'
import { makeId } from '#shared/ids.ts'
import type { CreateWritingStyleRequest, UpdateWritingStyleRequest, WritingStyle } from '@powerpost/contract'
import { noSuchStyle, toWritingStyle } from './present-writing-style.ts'
import { changeWritingStyle, deactivateWritingStyles, insertWritingStyle } from './writing-styles.repository.ts'

interface Dependencies {
  readonly db: Db
  readonly clock: Clock
}

interface CreateOptions {
  readonly caller: WorkspaceCaller
  readonly request: CreateWritingStyleRequest
  readonly clock: Clock
}

/** Creates a writing style; an active one puts the others out in the same transaction. */
export async function createWritingStyle(trx: Trx, { caller, request, clock }: CreateOptions): Promise<WritingStyle> {
  const { name, instructions, examples = [], active = false } = request
  const now = clock.now()
  if (active) await deactivateWritingStyles(trx, caller)
  const style = await insertWritingStyle(trx, {
    id: makeId(clock),
    account_id: caller.accountId,
    workspace_id: caller.workspaceId,
    name,
    instructions,
    examples,
    active,
    created_at: now,
    updated_at: now,
  })
  return toWritingStyle(style)
}

interface UpdateOptions {
  readonly caller: WorkspaceCaller
  readonly id: string
  readonly request: UpdateWritingStyleRequest
}

/** Changes a writing style; to make it active puts the others out in the same transaction. */
export async function updateWritingStyle(
  { db, clock }: Dependencies,
  { caller, id, request }: UpdateOptions,
): Promise<WritingStyle> {
  const style = await db.transaction().execute(async (trx) => {
    if (request.active) await deactivateWritingStyles(trx, caller)
    const { name, instructions, examples, active } = request
    const changes = {
      ...(name !== undefined && { name }),
      ...(instructions !== undefined && { instructions }),
      ...(examples !== undefined && { examples }),
      ...(active !== undefined && { active }),
      updated_at: clock.now(),
    }
    const changed = await changeWritingStyle(trx, caller, { id, changes })
    // Thrown inside, so that the others are not put out for a style that is not there.
    if (!changed) throw noSuchStyle()
    return changed
  })
  return toWritingStyle(style)
}
