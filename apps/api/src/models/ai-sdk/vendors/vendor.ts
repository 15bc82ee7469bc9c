import type { VideoFile } from '#models/port.ts'
import type { FilePart, LanguageModel, ModelMessage, ToolSet } from 'ai'

type ProviderOptions = ModelMessage['providerOptions'] & {}

/** What a vendor's package needs to speak to it. */
export interface VendorAccess {
  /** As the vendor names it. */
  readonly name: string
  /** Without a slash at its end. */
  readonly baseUrl: string
  readonly apiKey: string | undefined
  readonly fetch: typeof fetch
}

/** How one vendor is spoken to. */
export interface VendorAdapter {
  /** The variable that the vendor's own tools read its key from. Absent: a server that may need none. */
  readonly keyVariable?: string
  /** Absent: the operator must give one. */
  readonly defaultBaseUrl?: string
  /** Servers that differ among themselves: one that refuses a request without saying why is asked for less. */
  readonly differs: boolean
  /** It is shown no pictures. @default false */
  readonly isTextOnly?: boolean
  readonly providerOptions?: ProviderOptions
  /** The vendor's own search of the web, as a tool that it uses by itself. Absent: it has none. */
  readonly webSearch?: () => Promise<ToolSet>
  /**
   * Makes a video itself a part of a request, maybe by sending it ahead. Undefined for one that the vendor does not take, or
   * we do not send. Absent: the vendor takes none.
   */
  readonly showVideo?: (video: VideoFile, access: VendorAccess, signal: AbortSignal) => Promise<FilePart | undefined>
  /** Loads the vendor's package, which is why it is asynchronous, and calls nobody. */
  open(access: VendorAccess): Promise<Exclude<LanguageModel, string>>
}
