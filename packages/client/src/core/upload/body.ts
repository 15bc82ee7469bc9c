import type { Fetch } from '../options.ts'
import type { Source } from './source.ts'
import type { UploadOptions } from './uploadable.ts'

/** The body of a request: opened anew for every attempt. */
export interface Body {
  /** Undefined where `fetch` says it itself. */
  readonly contentType: string | undefined
  /** Whether it can be read only once, so that a request cannot be repeated. */
  readonly once: boolean
  /**
   * @param sent told of every piece that was sent, since a slow upload is no silent one.
   */
  open(sent: () => void): Pick<RequestInit, 'body'> & { readonly duplex?: 'half' }
  /** What sends it, if that is not the client's `fetch`. */
  readonly send?: Fetch | undefined
}

/** A file with the other fields of its form, ready to be written down. */
export interface Upload {
  readonly fields: readonly (readonly [name: string, value: string])[]
  readonly fileField: string
  readonly fileName: string
  readonly source: Source
  readonly onProgress: UploadOptions['onProgress']
}
