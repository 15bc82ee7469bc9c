import type { Owner, OwnersWith } from '#db/inventory.ts'
import type { Trx } from '#db/types.ts'

/** Works in this process for as long as the process runs: claims rows that are due, and works on them. */
export interface BackgroundLoop {
  start(): void
  /** Begins nothing more, gives what runs `graceMs` to end, and leaves the rest to other processes. */
  stop(graceMs: number): Promise<void>
}

/** What is done now and again: removing what nobody needs any more. */
export interface Sweep {
  /** What is done, for the log. */
  readonly name: string
  readonly everyMs: number
  work(): Promise<unknown>
}

/** A workspace that was deleted: nobody reaches it any more. */
export interface DeletedWorkspace {
  readonly workspaceId: string
  readonly signal: AbortSignal
}

/**
 * Says who uses the medium, as the end of the message "in use by ...": `the generation 0199..., which is processing`; undefined
 * if nobody does. The medium's row is locked; who starts to need it locks it with `for key share`, as `findMediaForGeneration` does.
 */
export type FindMediumUse = (trx: Trx, mediaId: string) => Promise<string | undefined>

export type PurgeInBatches = (workspace: DeletedWorkspace) => Promise<void>

export type PurgeRows = (trx: Trx, workspaceId: string) => Promise<void>

/** All that a feature gives to the server. `create<Feature>(parts)` returns it; `compose` takes it from there. */
export interface Feature {
  /** Handlers, at their place in the contract: `{ posts: handlersFor(...) }`. */
  readonly routes?: object
  /** A handler for each job of its `jobs.ts`. */
  readonly jobs?: object
  readonly loops?: readonly BackgroundLoop[]
  readonly sweeps?: readonly Sweep[]
  readonly findMediumUse?: FindMediumUse
  /** Removes what a deleted workspace holds, a batch a transaction, and first ends and refunds what still runs. */
  readonly purgeInBatches?: PurgeInBatches
  /** Removes what a deleted workspace holds, in the transaction that removes the workspace. */
  readonly purgeRows?: PurgeRows
  /** Finds work that was lost, before the first job is taken. */
  readonly recover?: () => Promise<void>
  /** Ends what would keep connections open: the server stops. */
  readonly drain?: () => void
}

/** What each feature must give, by what `db/inventory.ts` says about its tables. */
export type RequiredFeatures = {
  readonly [Name in Owner]: Name extends OwnersWith<{ swept: true }>
    ? Feature & Required<Pick<Feature, 'sweeps'>>
    : Feature
}
