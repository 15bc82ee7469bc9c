import type { IncomingHttpHeaders } from 'node:http'

/** A request as it came. */
export interface RawRequest {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** What a test may want to know of a request for a video, whichever the wire format. */
export interface SubmittedVideo {
  readonly model: string
  readonly prompt: string
  /** As it was asked for, in the vendor's own words. */
  readonly shape: string | undefined
  readonly seconds: number
  readonly audio: boolean | undefined
  /** The image that it begins with, decoded. */
  readonly image: Buffer | undefined
}

/** What a request is about. */
export type Route = { readonly kind: 'submit' } | { readonly kind: 'look' | 'result' | 'cancel'; readonly job: string }

/** How far a job is, in no vendor's words. */
export type JobState =
  | { readonly state: 'working' }
  | { readonly state: 'ready'; readonly url: string }
  | { readonly state: 'failed'; readonly moderated: boolean }

export interface Reply {
  readonly status: number
  readonly body: object
}

/** The request is none that the vendor takes. */
export class WireError extends Error {
  override readonly name = 'WireError'
}

/** The format in which a vendor is spoken to. */
export interface VideoWire {
  /** What the base address ends in. */
  readonly basePath: string
  /** The headers that every request carries. */
  headersOf(key: string): Readonly<Record<string, string>>
  /** Undefined: the vendor has no such thing. */
  routeOf(request: RawRequest): Route | undefined
  /** Throws WireError for whatever the vendor does not take. */
  read(request: RawRequest): SubmittedVideo
  accepted(job: string): Reply
  /** The answer to a look, and to the request for the result where that is another. */
  replyTo(route: 'look' | 'result', job: string, state: JobState): Reply
  /** How the vendor says at once that it will not make something. */
  readonly refusal: Reply
}

/** Stands in all that the fakes say in their own words. */
export const SAID = 'CANARY-VENDOR-TEXT'

/** The fields of a JSON body, none of which may be unknown. */
export function readJson({ headers, body }: RawRequest, known: readonly string[]): Record<string, unknown> {
  if (headers['content-type'] !== 'application/json') throw new WireError('a JSON body is expected')
  return onlyKnown(JSON.parse(body.toString('utf8')), known)
}

export function onlyKnown(value: unknown, known: readonly string[]): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new WireError('an object is expected')
  const fields = value as Record<string, unknown>
  for (const field of Object.keys(fields)) if (!known.includes(field)) throw new WireError(`${field} is no field`)
  return fields
}

export function readText(value: unknown, what: string): string {
  if (typeof value !== 'string' || value === '') throw new WireError(`${what} must be a text`)
  return value
}

export function oneOf<Value>(value: unknown, allowed: readonly Value[], what: string): Value {
  const found = allowed.find((one) => one === value)
  if (found === undefined) throw new WireError(`${what} must be one of ${allowed.join(', ')}`)
  return found
}

/** The picture of a data URI. */
export function readImage(value: unknown): Buffer | undefined {
  if (value === undefined) return undefined
  const [, base64 = ''] = /^data:image\/jpeg;base64,([\w+/]+=*)$/u.exec(String(value)) ?? []
  if (base64 === '') throw new WireError('an image must be a data URI')
  return Buffer.from(base64, 'base64')
}

export function readAudio(value: unknown): boolean {
  if (typeof value !== 'boolean') throw new WireError('generate_audio must be true or false')
  return value
}
