import type { Db, Trx } from '#db/types.ts'
import { holdAccess } from '#features/account/index.ts'
import { principalOf } from '#shared/principal.ts'
import type { Clock } from '#shared/clock.ts'
import { operationOf } from '#shared/router.ts'
import type { Change, Exchange } from './change.ts'
import { recordChange } from './record-change.ts'

interface Answer<Body> {
  readonly status: 200
  readonly body: Body
}

interface MutateOptions extends Exchange {
  /** Locks that must be taken before the access is held. */
  readonly lockFirst?: (trx: Trx) => Promise<void>
}

/**
 * Changes something, and answers the request. The only way in which a request does: ONE transaction first holds the access of the
 * caller (key, expiry, scope, workspace), then has the effect, and last writes the line of the audit log.
 *
 * @throws AppError INVALID_API_KEY, INSUFFICIENT_SCOPE, FORBIDDEN when the access ended since the head of the request
 */
export type Mutate = <Body extends object>(
  options: MutateOptions,
  effect: (trx: Trx) => Promise<Change<Body>>,
) => Promise<Answer<Body>>

/** Runs what prepares an effect and is not yet one, in a transaction that holds the access of the caller. */
export type WithAccess = <Result>(exchange: Exchange, work: (trx: Trx) => Promise<Result>) => Promise<Result>

interface Dependencies {
  readonly db: Db
  readonly clock: Clock
}

export function createMutate({ db, clock }: Dependencies): Mutate {
  return (options, effect) =>
    db.transaction().execute(async (trx) => {
      await options.lockFirst?.(trx)
      await holdAccessOf(trx, options, clock)
      const change = await effect(trx)
      if (!change.replayed) await recordChange(trx, options, { change, clock })
      return { status: 200, body: change.body }
    })
}

export function createWithAccess({ db, clock }: Dependencies): WithAccess {
  return (exchange, work) =>
    db.transaction().execute(async (trx) => {
      await holdAccessOf(trx, exchange, clock)
      return work(trx)
    })
}

async function holdAccessOf(trx: Trx, { req, res, actor }: Exchange, clock: Clock): Promise<void> {
  const { scope } = operationOf(req)
  const principal = actor ?? principalOf(res)
  await holdAccess(trx, {
    principal,
    // A public operation has none: what the link was asked for with must still hold.
    scopes: scope === null ? principal.scopes : [scope],
    workspaceId: actor?.workspaceId ?? res.locals.workspaceId,
    now: clock.now(),
  })
}
