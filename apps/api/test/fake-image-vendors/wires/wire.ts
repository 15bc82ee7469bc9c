import type { IncomingHttpHeaders } from 'node:http'

/** Every step of getting a picture that a vendor has. */
export type Step = 'submit' | 'poll' | 'download'

/** A request as it came. */
export interface RawRequest {
  readonly method: string
  /** With its query. */
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** What a test may want to know of a request for a picture, whichever the wire format. */
export interface PictureRequest {
  readonly model: string
  readonly prompt: string
  /** As it was asked for, in the vendor's own words. */
  readonly shape: string
  /** What the vendor makes of the shape. */
  readonly width: number
  readonly height: number
  readonly seed?: number
  /** Style images, decoded. */
  readonly images: readonly Buffer[]
}

export interface Reply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: Buffer | object
}

/** Where the server is, and the picture that a request is answered with. */
export interface ReplyContext {
  readonly origin: string
  readonly id: string
  readonly picture: { readonly mimeType: string; readonly bytes: Buffer }
}

/** The request is none that the vendor takes. */
export class WireError extends Error {
  override readonly name = 'WireError'
}

/** The format in which a vendor is spoken to. */
export interface ImageWire {
  /** What the base URL ends in. */
  readonly basePath: string
  /** Which step a request is, by its method and path; undefined: the vendor has no such thing. */
  stepOf(request: RawRequest): Step | undefined
  /** Whether the key that a request carries is the one given. */
  hasKey(request: RawRequest, key: string): boolean
  /** Steps that are to carry no key: they go to another host. */
  readonly withoutKey: readonly Step[]
  /** Throws WireError for whatever the vendor does not take. */
  read(request: RawRequest): PictureRequest | Promise<PictureRequest>
  /** A good answer. */
  reply(step: Step, context: ReplyContext): Reply
  /** How the vendor says that it will not draw, and at which step. */
  readonly refusals: readonly { readonly step: Step; readonly reply: Reply }[]
  error(status: number, says: string): object
}

/** Stands in all that the fakes say in their own words. */
export const SAID = 'CANARY-VENDOR-TEXT'

/** The fields of a JSON body, none of which may be unknown. */
export function readJson({ headers, body }: RawRequest, known: readonly string[]): Record<string, unknown> {
  if (headers['content-type'] !== 'application/json') throw new WireError('a JSON body is expected')
  const fields = JSON.parse(body.toString('utf8')) as Record<string, unknown>
  onlyKnown(Object.keys(fields), known)
  return fields
}

export function onlyKnown(fields: readonly string[], known: readonly string[]): void {
  for (const field of fields) if (!known.includes(field)) throw new WireError(`${field} is no field`)
}

export function readText(value: unknown, what: string): string {
  if (typeof value !== 'string' || value === '') throw new WireError(`${what} must be a text`)
  return value
}

export function readNumber(value: unknown, what: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw new WireError(`${what} must be a whole number`)
  return value
}
