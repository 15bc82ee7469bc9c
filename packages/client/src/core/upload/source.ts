/** A file to upload, whatever it was given as. */
export interface Source {
  readonly name: string | undefined
  readonly type: string | undefined
  readonly size: number | undefined
  /** Whether it can be read only once. */
  readonly once: boolean
  open(): AsyncIterable<Uint8Array>
  /** Where it is a `Blob` already. */
  readonly blob?: Blob
}

/** The name at the end of a path. */
export function lastPart(path: string): string | undefined {
  return path.split(/[/\\]/).pop() || undefined
}
