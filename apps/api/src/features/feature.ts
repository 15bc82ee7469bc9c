import type { Owner, OwnerNamingMedia, OwnersWith } from '#db/inventory.ts'
import type { Trx } from '#db/types.ts'

/** What works in this process for as long as it runs, on rows of its own. */
export interface Worker {
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
 * What needs a medium now, as it goes on after "in use by": `the generation 0199..., which is processing`. Undefined: nothing
 * does. The medium's row is locked; who starts to need it locks it with `for key share`, as `findMediaForGeneration` does.
 */
export type FindMediumUse = (trx: Trx, mediaId: string) => Promise<string | undefined>

/** All that a feature gives to the server. `create<Feature>(parts)` returns it; `compose` takes it from there. */
export interface Feature {
  /** Handlers, at their place in the contract: `{ posts: router(...) }`. */
  readonly routes?: object
  /** A handler for each job of its `jobs.ts`. */
  readonly jobs?: object
  readonly workers?: readonly Worker[]
  readonly sweeps?: readonly Sweep[]
  readonly findMediumUse?: FindMediumUse
  /** Removes what a deleted workspace holds, a batch a transaction, and first ends and refunds what still runs. */
  readonly purgeInBatches?: (workspace: DeletedWorkspace) => Promise<void>
  /** Removes what a deleted workspace holds, in the transaction that removes the workspace. */
  readonly purgeRows?: (trx: Trx, workspaceId: string) => Promise<void>
  /** Ends what would keep connections open: the server stops. */
  readonly drain?: () => void
}

type Has<Name extends string, Names extends string, Member extends keyof Feature> = Name extends Names
  ? Required<Pick<Feature, Member>>
  : unknown

/** What each feature must give, by what `db/inventory.ts` says about its tables. */
export type RequiredFeatures = {
  readonly [Name in Owner]: Feature &
    Has<Name, OwnersWith<{ swept: true }>, 'sweeps'> &
    Has<Name, OwnersWith<{ purge: 'in batches' }>, 'purgeInBatches'> &
    Has<Name, Exclude<OwnersWith<{ purge: 'at the end' }>, 'workspaces'>, 'purgeRows'> &
    Has<Name, OwnerNamingMedia, 'findMediumUse'>
}
