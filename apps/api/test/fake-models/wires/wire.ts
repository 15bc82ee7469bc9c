/** How an answer ends. */
export type Ending = 'done' | 'length' | 'refused'

/** What a test may want to know of a request, whichever the wire format. */
export interface ReadRequest {
  readonly instructions: string
  /** The texts of all messages, in order. */
  readonly texts: readonly string[]
  /** The pictures' bytes, as base64. */
  readonly pictures: readonly string[]
  /** Videos: as base64, or sent ahead. */
  readonly videos?: readonly { readonly mimeType: string; readonly data?: string; readonly uri?: string }[]
  /** How the answer's form was asked for. */
  readonly form: 'schema' | 'json' | 'prose'
  /** The properties that a schema asked for. */
  readonly properties: readonly string[]
  /** Whether the vendor may search the web before it answers. */
  readonly maySearch: boolean
  /** The answer is to be the input of a forced tool call: Anthropic's older way to JSON. */
  readonly byTool?: boolean
}

/** A page that a vendor found on the web. */
export interface FoundPage {
  readonly url: string
  readonly title: string
  /** What the vendor says of it, citing it; undefined: it is named as a source and not cited. */
  readonly says?: string
}

/** The format in which a vendor is spoken to; answers are streamed, as our models ask for them. */
export interface Wire {
  /** What the base URL ends in. */
  readonly basePath: string
  readonly path: RegExp
  /** The events of an answer, each a whole frame of a server-sent event stream. */
  events(words: readonly string[], ending: Ending, request: ReadRequest): string[]
  /** The same for an answer that follows a search of the web. */
  searchEvents(pages: readonly FoundPage[]): string[]
  /** The body of an error. */
  error(status: number, code: string, message: string): unknown
  /** An error that comes within a stream, after the good status: overloads do. */
  errorEvent(code: string, message: string): string
  read(body: unknown): ReadRequest
}

export const MODEL_ON_THE_WIRE = 'fake-model-2026-11-01'
export const INPUT_TOKENS = 123
export const OUTPUT_TOKENS = 45

export function frame(data: unknown, event?: string): string {
  return `${event === undefined ? '' : `event: ${event}\n`}data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`
}

/** Base64 out of a `data:` URL. */
export function fromDataUrl(url: string): string {
  return url.slice(url.indexOf(',') + 1)
}
