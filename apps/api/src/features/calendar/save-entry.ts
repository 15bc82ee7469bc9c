import type { Trx } from '#db/types.ts'
import type { Change } from '#features/audit/index.ts'
import { deletionOf } from '#features/audit/index.ts'
import { findPost } from '#features/posts/index.ts'
import { AppError, invalidField } from '#shared/app-error.ts'
import type { Clock } from '#shared/clock.ts'
import { makeId } from '#shared/ids.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import { storePrincipal } from '#shared/principal.ts'
import type { CalendarEntry, CreateCalendarEntryRequest, UpdateCalendarEntryRequest } from '@powerpost/contract'
import { CALENDAR_LIMITS } from '@powerpost/contract'
import { changeEntry, insertEntry, lockEntry, measureEntries, removeEntry } from './entries.repository.ts'
import { noSuchEntry, toEntry } from './present-calendar.ts'

interface CreateOptions {
  readonly principal: WorkspacePrincipal
  readonly request: CreateCalendarEntryRequest
  readonly clock: Clock
}

/** Plans something for a day. CONFLICT when the calendar is full. */
export async function createEntry(trx: Trx, { principal, request, clock }: CreateOptions): Promise<CalendarEntry> {
  const { title, description, scheduled_date, scheduled_time, platforms = [], post_id } = request
  const now = clock.now()
  const bytes = countBytes(title, description ?? null)
  await assertRoom(trx, principal, { entries: 1, bytes })
  const entry = await insertEntry(trx, {
    id: makeId(clock),
    account_id: principal.accountId,
    workspace_id: principal.workspaceId,
    livemode: principal.livemode,
    title,
    description: description || null,
    scheduled_date,
    scheduled_time: scheduled_time ?? null,
    platforms: [...new Set(platforms)],
    post_id: await findLinkedPost(trx, principal, post_id),
    text_bytes: bytes,
    created_by: storePrincipal(principal),
    created_at: now,
    updated_at: now,
  })
  return toEntry(entry)
}

interface EntryReference {
  readonly principal: WorkspacePrincipal
  readonly id: string
}

interface UpdateOptions extends EntryReference {
  readonly request: UpdateCalendarEntryRequest
  readonly clock: Clock
}

/** Changes the given fields; `null` clears what an entry can be without. */
export async function updateEntry(
  trx: Trx,
  { principal, id, request, clock }: UpdateOptions,
): Promise<Change<CalendarEntry>> {
  const { title, description, scheduled_date, scheduled_time, platforms, post_id } = request
  const postId = post_id === undefined ? undefined : await findLinkedPost(trx, principal, post_id)
  const isTextGiven = title !== undefined || description !== undefined
  const room = isTextGiven ? await measureEntries(trx, principal) : undefined
  const before = await lockEntry(trx, principal, id)
  if (!before) throw noSuchEntry()
  const bytes = countBytes(title ?? before.title, description === undefined ? before.description : description)
  if (room && bytes > before.text_bytes) refuseTooMuchText(room.bytes + bytes - before.text_bytes)
  const changed = await changeEntry(trx, before.id, {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description: description || null }),
    ...(scheduled_date !== undefined && { scheduled_date }),
    ...(scheduled_time !== undefined && { scheduled_time }),
    ...(platforms !== undefined && { platforms: [...new Set(platforms)] }),
    ...(postId !== undefined && { post_id: postId }),
    text_bytes: bytes,
    updated_at: clock.now(),
  })
  return { before: toEntry(before), body: toEntry(changed) }
}

/** Deletes an entry. The post that it is about stays. */
export async function deleteEntry(trx: Trx, { principal, id }: EntryReference): Promise<Change<{ success: true }>> {
  const before = await lockEntry(trx, principal, id)
  if (!before) throw noSuchEntry()
  await removeEntry(trx, before.id)
  return deletionOf(toEntry(before))
}

function countBytes(title: string, description: string | null): number {
  return Buffer.byteLength(title) + Buffer.byteLength(description ?? '')
}

async function assertRoom(
  trx: Trx,
  principal: WorkspacePrincipal,
  added: { readonly entries: number; readonly bytes: number },
): Promise<void> {
  const { count, bytes } = await measureEntries(trx, principal)
  const { entriesPerWorkspace } = CALENDAR_LIMITS
  if (Number(count) + added.entries > entriesPerWorkspace) {
    throw new AppError('CONFLICT', `A calendar can have at most ${entriesPerWorkspace} entries. Delete old ones first.`)
  }
  refuseTooMuchText(bytes + added.bytes)
}

function refuseTooMuchText(bytes: number): void {
  if (bytes <= CALENDAR_LIMITS.textPerWorkspace) return
  throw new AppError(
    'CONFLICT',
    'The titles and descriptions of a calendar can have at most 10 MB. Delete old entries.',
  )
}

async function findLinkedPost(
  trx: Trx,
  principal: WorkspacePrincipal,
  given: string | null | undefined,
): Promise<string | null> {
  if (given === null || given === undefined) return null
  const post = await findPost(trx, principal, given)
  if (!post) throw invalidField('post_id', 'is not a post of this workspace')
  return post.id
}
