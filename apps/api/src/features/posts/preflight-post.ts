import type { Trx } from '#db/types.ts'
import type { StoredConnection } from '#features/connections/index.ts'
import { chooseConnection, countLimits, limitsOf, signInPlatformOf } from '#features/connections/index.ts'
import type { Pause } from '#features/pauses/index.ts'
import { findPausesOf, laneOf } from '#features/pauses/index.ts'
import type { ApiVersions } from '#platforms/versions.ts'
import { invalidField } from '#shared/app-error.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { Clock } from '#shared/clock.ts'
import type { AccountLimit, OnLimit, Preflight, PreflightPostRequest, PreflightProblem } from '@powerpost/contract'
import { itemizePublishing, pricePublishing } from '@powerpost/contract'
import type { PlannedItem } from './plan-items.ts'
import { planItems } from './plan-items.ts'
import { findItems } from './post-items.repository.ts'
import { findPost } from './posts.repository.ts'
import { checkAccount } from './preflight/check-account.ts'
import { checkApiVersion } from './preflight/check-api-version.ts'
import type { MediaAddress } from './preflight/check-media-address.ts'
import { checkMediaAddress } from './preflight/check-media-address.ts'
import { checkLimits } from './preflight/check-limits.ts'
import type { Finding, ItemToCheck } from './preflight/finding.ts'
import { preflightItems, toProblem } from './preflight/preflight-items.ts'
import { toItemToCheck } from './preflight/to-item-to-check.ts'
import { toPricedPost } from './price-items.ts'
import { requireCaptions } from './require-captions.ts'

export interface PreflightDependencies {
  readonly clock: Clock
  readonly mediaAddress: MediaAddress
  /** The version of each platform API that the server uses. */
  readonly apiVersions: ApiVersions
}

interface PreflightOptions {
  readonly principal: WorkspacePrincipal
  readonly request: PreflightPostRequest
}

/** Says every rule that a post breaks, or what would be one. Stores nothing. */
export async function preflightPost(
  trx: Trx,
  { clock, mediaAddress, apiVersions }: PreflightDependencies,
  { principal, request }: PreflightOptions,
): Promise<Preflight> {
  const now = clock.now()
  const planned = await findPlan(trx, { principal, request, now })
  const { items, unconnected } = await checkConnections(trx, {
    principal,
    items: planned,
    now,
    mediaAddress,
    apiVersions,
  })
  const checked = await preflightItems(items)
  const broken = [...checked.problems, ...unconnected]
  const problems = broken.toSorted((one, other) => one.item - other.item)
  const priced = toPricedPost(
    planned.map(({ platform, thread, firstComment }) => ({
      platform,
      furtherPosts: thread.length + (firstComment === undefined ? 0 : 1),
    })),
  )
  return {
    publishable: problems.every(({ severity }) => severity !== 'error'),
    problems,
    changes: checked.changes,
    credits: pricePublishing(priced),
    breakdown: itemizePublishing(priced),
  }
}

async function findPlan(
  trx: Trx,
  { principal, request, now }: PreflightOptions & { readonly now: Date },
): Promise<readonly PlannedItem[]> {
  const { post_id, generation_id, items } = request
  if (post_id === undefined) {
    const captions = await requireCaptions(trx, principal, generation_id)
    return planItems(trx, { principal, items: items ?? [], captions, now })
  }
  const post = await findPost(trx, principal, post_id)
  if (!post) throw invalidField('post_id', 'is not a post of this workspace')
  const stored = await findItems(trx, post.id)
  return stored.map((item) => ({
    ...toItemToCheck(item),
    thread: item.parts,
    platform: item.platform,
    connectionId: item.connection_id,
    scheduledAt: item.scheduled_at,
    onLimit: item.on_limit,
  }))
}

interface ConnectionOptions {
  readonly principal: WorkspacePrincipal
  readonly items: readonly PlannedItem[]
  readonly now: Date
  readonly mediaAddress: MediaAddress
  readonly apiVersions: ApiVersions
}

interface CheckedConnections {
  /** With what holds for the account that each goes to. */
  readonly items: readonly ItemToCheck[]
  /** The items that would go nowhere, or would have to wait. */
  readonly unconnected: readonly PreflightProblem[]
}

async function checkConnections(
  trx: Trx,
  { principal, items, now, mediaAddress, apiVersions }: ConnectionOptions,
): Promise<CheckedConnections> {
  const unconnected: PreflightProblem[] = []
  const described: ItemToCheck[] = []
  for (const [index, item] of items.entries()) {
    const { platform, connectionId } = item
    const chosen = await chooseConnection(trx, principal, { platform, connectionId, now })
    described.push({ ...item, capabilities: chosen.found ? (chosen.connection.capabilities ?? undefined) : undefined })
    if (chosen.found) {
      const pause = (await findPausesOf(trx, [chosen.connection], now)).get(chosen.connection.id)
      if (pause) unconnected.push(toProblem(toPauseFinding(pause, item.onLimit), { index, item }))
      const findings = [
        ...checkAccount(item, chosen.connection.account_kind),
        ...(pause ? [] : checkLimits(item, await findLimits(trx, chosen.connection, now))),
        ...(isSandboxed(chosen.connection)
          ? []
          : [
              ...checkMediaAddress(item, signInPlatformOf(chosen.connection), mediaAddress),
              ...checkApiVersion(item, apiVersions, now),
            ]),
      ]
      unconnected.push(...findings.map((finding) => toProblem(finding, { index, item })))
      continue
    }
    const finding = {
      severity: 'error',
      rule: 'connection',
      field: 'connection_id',
      limit: 'one that is active',
      actual: chosen.reason,
      message: chosen.message,
    } as const
    unconnected.push(toProblem(finding, { index, item }))
  }
  return { items: described, unconnected }
}

async function findLimits(trx: Trx, connection: StoredConnection, now: Date): Promise<AccountLimit[]> {
  return [...limitsOf(connection, now), ...(await countLimits(trx, connection, now))]
}

function isSandboxed(connection: StoredConnection): boolean {
  return laneOf(connection) === 'sandbox'
}

function toPauseFinding({ held_until, reason }: Pause, onLimit: OnLimit): Finding {
  const time = held_until.toISOString()
  return {
    severity: 'warning',
    rule: 'quota',
    field: 'connection_id',
    limit: `from ${time}`,
    actual: 'used up',
    message: `${reason} ${onLimit === 'fail' ? 'The item fails' : 'The item waits, and is posted'} ${onLimit === 'fail' ? 'before' : 'after'} ${time}.`,
  }
}
