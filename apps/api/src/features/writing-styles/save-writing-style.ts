import type { Trx } from '#db/types.ts'
import type { Change } from '#features/audit/index.ts'
import { deletionOf } from '#features/audit/index.ts'
import { AppError } from '#shared/app-error.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { Clock } from '#shared/clock.ts'
import { makeId } from '#shared/ids.ts'
import { storePrincipal } from '#shared/principal.ts'
import type { CreateWritingStyleRequest, UpdateWritingStyleRequest, WritingStyle } from '@powerpost/contract'
import { WRITING_STYLE_LIMITS } from '@powerpost/contract'
import { noSuchStyle, toWritingStyle } from './present-writing-style.ts'
import {
  changeWritingStyle,
  countWritingStyles,
  deactivateWritingStyles,
  insertWritingStyle,
  lockWritingStyle,
  removeWritingStyle,
} from './writing-styles.repository.ts'

interface CreateOptions {
  readonly principal: WorkspacePrincipal
  readonly request: CreateWritingStyleRequest
  readonly clock: Clock
}

/** Creates a writing style; an active one puts the others out in the same transaction. */
export async function createWritingStyle(
  trx: Trx,
  { principal, request, clock }: CreateOptions,
): Promise<WritingStyle> {
  const { name, instructions, examples = [], platform_examples = [], active = false } = request
  const now = clock.now()
  const { perWorkspace } = WRITING_STYLE_LIMITS
  if ((await countWritingStyles(trx, principal)) >= perWorkspace) {
    throw new AppError('CONFLICT', `A workspace can have at most ${perWorkspace} writing styles. Delete one first.`)
  }
  if (active) await deactivateWritingStyles(trx, principal)
  const style = await insertWritingStyle(trx, {
    id: makeId(clock),
    account_id: principal.accountId,
    workspace_id: principal.workspaceId,
    livemode: principal.livemode,
    name,
    instructions,
    examples,
    platform_examples: JSON.stringify(platform_examples),
    active,
    created_by: storePrincipal(principal),
    created_at: now,
    updated_at: now,
  })
  return toWritingStyle(style)
}

interface StyleReference {
  readonly principal: WorkspacePrincipal
  readonly id: string
}

interface UpdateOptions extends StyleReference {
  readonly request: UpdateWritingStyleRequest
  readonly clock: Clock
}

/** Changes a writing style; to make it active puts the others out in the same transaction. */
export async function updateWritingStyle(
  trx: Trx,
  { principal, id, request, clock }: UpdateOptions,
): Promise<Change<WritingStyle>> {
  if (request.active) await deactivateWritingStyles(trx, principal)
  const before = await lockWritingStyle(trx, principal, id)
  // Thrown inside the transaction, so that the others are not put out for a style that is not there.
  if (!before) throw noSuchStyle()
  const { name, instructions, examples, platform_examples, active } = request
  const changed = await changeWritingStyle(trx, before.id, {
    ...(name !== undefined && { name }),
    ...(instructions !== undefined && { instructions }),
    ...(examples !== undefined && { examples }),
    ...(platform_examples !== undefined && { platform_examples: JSON.stringify(platform_examples) }),
    ...(active !== undefined && { active }),
    updated_at: clock.now(),
  })
  return { before: toWritingStyle(before), body: toWritingStyle(changed) }
}

/** Deletes a writing style. Captions that were written in it keep it. */
export async function deleteWritingStyle(
  trx: Trx,
  { principal, id }: StyleReference,
): Promise<Change<{ success: true }>> {
  const before = await lockWritingStyle(trx, principal, id)
  if (!before) throw noSuchStyle()
  await removeWritingStyle(trx, before.id)
  return deletionOf(toWritingStyle(before))
}
