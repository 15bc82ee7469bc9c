import type { Db, Trx } from '#db/types.ts'
import type { Exchange, Mutate } from '#features/audit/index.ts'
import { principalOf } from '#shared/principal.ts'
import type { Clock } from '#shared/clock.ts'
import { IDEMPOTENCY_HEADER, REPLAYED_HEADER } from '@powerpost/contract'
import type { RequestIdentity } from './fingerprint-request.ts'
import { fingerprintRequest } from './fingerprint-request.ts'
import type { IdempotencyKey } from './idempotency-keys.repository.ts'
import { claimKey, findAnswer, keepAnswer } from './idempotency-keys.repository.ts'

interface OnceOptions<Body> extends Exchange {
  readonly req: Exchange['req'] & {
    readonly method: string
    readonly path: string
    readonly headers: { readonly [IDEMPOTENCY_HEADER]?: string | string[] | undefined }
  }
  readonly res: Exchange['res'] & { setHeader(name: string, value: string): unknown }
  /** What was asked for: the JSON body; of an upload its fields and the file's SHA-256. */
  readonly content: unknown
  /** What is kept of an answer that shows a secret. @default the whole answer */
  readonly withoutSecrets?: (body: Body) => Body
}

/** Answers a POST by an effect that happens once. */
export type AnswerOnce = <Body extends object>(
  options: OnceOptions<Body>,
  effect: (trx: Trx) => Promise<Body>,
) => Promise<{ readonly status: 200; readonly body: Body }>

/**
 * Answers POSTs so that one `Idempotency-Key` has one effect: the key, the effect and the answer are written in ONE transaction,
 * that of `mutate`. Who sends the key again gets the answer that was kept; while the first request is still running, the second
 * waits for it at the key's row. A process that dies leaves nothing to expire: its transaction is rolled back, key and all. The
 * same goes for a refusal, so those are not kept.
 *
 * Throws IDEMPOTENCY_KEY_REUSED for another request with the key, IDEMPOTENCY_IN_PROGRESS when the wait gets too long.
 */
export function createAnswerOnce({ mutate, clock }: { readonly mutate: Mutate; readonly clock: Clock }): AnswerOnce {
  return async <Body extends object>(options: OnceOptions<Body>, effect: (trx: Trx) => Promise<Body>) => {
    const key = toKey(options)
    return mutate(options, async (trx) => {
      const kept = key && (await claimKey(trx, key, clock))
      if (kept !== undefined) {
        options.res.setHeader(REPLAYED_HEADER, 'true')
        // It is what this very operation answered before.
        return { body: JSON.parse(kept) as Body, replayed: true }
      }
      const body = await effect(trx)
      const shown = options.withoutSecrets?.(body) ?? body
      if (key) await keepAnswer(trx, key, JSON.stringify(shown))
      return { body, after: shown }
    })
  }
}

/** The answer that a POST was given before under its `Idempotency-Key`; undefined when it was given none. */
export type FindKeptAnswer = <Body extends object>(options: OnceOptions<Body>) => Promise<Body | undefined>

/**
 * Finds kept answers, for what takes long before its effect: a repeated request need not wait for that again. Throws
 * IDEMPOTENCY_KEY_REUSED for another request with the key.
 */
export function createFindKeptAnswer({ db, clock }: { readonly db: Db; readonly clock: Clock }): FindKeptAnswer {
  return async <Body extends object>(options: OnceOptions<Body>) => {
    const key = toKey(options)
    const kept = key && (await findAnswer(db, key, clock))
    if (kept === undefined) return undefined
    options.res.setHeader(REPLAYED_HEADER, 'true')
    // It is what this very operation answered before.
    return JSON.parse(kept) as Body
  }
}

function toKey<Body>({ req, res, content }: OnceOptions<Body>): IdempotencyKey | undefined {
  const key = req.headers[IDEMPOTENCY_HEADER]
  if (typeof key !== 'string') return undefined
  const { accountId, livemode, scopes, workspaceIds } = principalOf(res)
  const { workspaceId } = res.locals
  // What belongs to the account is answered by what the key may do and reach: another's answer may say too much.
  const rights = workspaceId === undefined ? { scopes: scopes.toSorted(), workspaceIds } : undefined
  const identity: RequestIdentity = { method: req.method, path: req.path, workspaceId, rights, content }
  return { accountId, livemode, key, fingerprint: fingerprintRequest(identity) }
}
