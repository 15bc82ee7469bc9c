import type { RequestOptions } from '../options.ts'

/**
 * A file to upload: its path (a `file:` URL does too), its bytes, a `Blob` or `File`, or a stream of its bytes, Node's
 * `Readable` included. A stream is read once, so an upload from one is not retried.
 */
export type Uploadable =
  | string
  | URL
  | Blob
  | ArrayBuffer
  | Uint8Array
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array>

/** How far an upload is. */
export interface UploadProgress {
  /** Bytes of the file that were sent. Starts at 0 again with each attempt. */
  readonly sent: number
  /** Bytes of the file. Undefined for a stream. */
  readonly total: number | undefined
}

/** What an upload may say besides. */
export interface UploadOptions extends RequestOptions {
  /**
   * The name to upload it under.
   *
   * @default the name of the path or the `File`, else `upload`
   */
  readonly fileName?: string | undefined
  /** Told of every piece that is sent. */
  readonly onProgress?: ((progress: UploadProgress) => void) | undefined
}

/** A form with one file. */
export interface UploadBody {
  readonly form: object
  /** The name of the field that is the file. */
  readonly file: string
}
