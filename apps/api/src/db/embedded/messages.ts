/** What the main thread tells the database thread. */
export type ToWorker =
  | { readonly kind: 'request'; readonly id: number; readonly bytes: Uint8Array }
  /** A connection is gone: what it had open is rolled back before the next one speaks. */
  | { readonly kind: 'reset' }
  /** Copies the files of the database to a directory that does not exist. */
  | { readonly kind: 'copy'; readonly to: string }
  | { readonly kind: 'close' }

/** What the database thread tells the main thread. */
export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly id: number; readonly bytes: Uint8Array }
  /** With the error that ended it, if one did. */
  | { readonly kind: 'copied'; readonly error?: Error }
  | { readonly kind: 'closed' }

export interface WorkerOptions {
  /** Absent: in memory, for tests. */
  readonly directory?: string
  /** Whether a commit waits for the disk. */
  readonly durable: boolean
}
