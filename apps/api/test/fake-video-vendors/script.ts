/** What a vendor does with a request for a video. */
export type SubmitStep =
  | 'accept'
  /** Accepts it, is paid, and cuts the connection before it says so. */
  | 'lose'
  /** The same, and says that something broke. */
  | 'break'
  /** Accepts it, and never answers. */
  | 'hang'
  | 'busy'
  | 'away'
  | 'refuse'
  | 'no key'
  | 'no credit'

/** What it says when it is asked how far a job is. */
export type LookStep = 'working' | 'ready' | 'failed' | 'moderated' | 'unknown' | 'busy' | 'broken' | 'cut' | 'web page'

/** What comes of the address of the file. */
export type FileStep = 'whole' | 'cut' | 'missing' | 'text' | 'hang'

/** What a vendor does, step after step; the last of each goes on for ever. */
export interface VideoScript {
  readonly submits?: readonly SubmitStep[]
  readonly looks?: readonly LookStep[]
  readonly files?: readonly FileStep[]
  /** What it waits for before it says that it accepted a request. @default nothing */
  readonly answersAfter?: Promise<void>
  /** The path of the file that it makes. @default the one that the vendor was started with */
  readonly file?: string
}

/** Takes one step after the other. */
export function inTurn<Step>(steps: readonly Step[] | undefined, otherwise: Step): () => Step {
  const given = steps ?? [otherwise]
  let taken = 0
  return () => given[Math.min(taken++, given.length - 1)] ?? otherwise
}
