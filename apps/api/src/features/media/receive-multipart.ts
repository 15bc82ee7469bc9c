import type { IncomingHttpHeaders } from 'node:http'
import type { Readable } from 'node:stream'
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy'
import { TooLargeError } from '#storage/errors.ts'
import { toDisplayName } from './display-name.ts'
import { MultipartError } from './multipart-error.ts'
import { readFileName } from './read-file-name.ts'

/** Room for the boundaries, the part headers and the other fields around the file, in bytes. */
const MULTIPART_OVERHEAD_BYTES = 64 * 1024

/** A part's headers and a field's value are a few hundred bytes in honest requests. */
const LIMITS = { fields: 8, parts: 10, fieldSize: 4096, headerPairs: 32, headerSize: 16 * 1024 }
const MAX_FIELD_NAME_LENGTH = 100

export type MultipartRequest = Readable & { readonly headers: IncomingHttpHeaders }

export interface IncomingFile {
  /** As the client named it, made safe to show. Never use it as a path. */
  readonly fileName: string
  /** As the client claims it. */
  readonly mimeType: string
  readonly stream: AsyncIterable<Uint8Array>
  /** The fields that came before the file. */
  readonly fields: Readonly<Record<string, string>>
}

export interface ReceiveMultipartOptions<T> {
  /** Bytes. A larger file ends the upload at its first byte too many. */
  readonly maxFileBytes: number
  /**
   * Takes the file as it arrives; its speed is the upload's. When the upload breaks, `stream` throws, and the error is
   * reported only once the promise has settled: then whatever it had kept must be gone.
   */
  readonly onFile: (file: IncomingFile) => Promise<T>
  readonly signal?: AbortSignal
}

export interface ReceivedMultipart<T> {
  readonly fields: Readonly<Record<string, string>>
  /** What `onFile` returned. */
  readonly file: T
}

/**
 * Reads a form of one file, in the field `file`, and a few short text fields, in any order and without buffering.
 *
 * When it throws, the request is paused with its rest unread: answer with `Connection: close`, then resume or destroy it.
 *
 * @throws MultipartError, TooLargeError, the signal's reason, and whatever `onFile` throws
 */
export async function receiveMultipart<T>(
  request: MultipartRequest,
  options: ReceiveMultipartOptions<T>,
): Promise<ReceivedMultipart<T>> {
  const maxBodyBytes = options.maxFileBytes + MULTIPART_OVERHEAD_BYTES
  options.signal?.throwIfAborted()
  refuseLargeBody(request.headers, maxBodyBytes)
  const parser = createParser(request.headers)
  const fields = new Map<string, string>()
  let sink: Promise<T> | undefined
  let incoming: BusboyFileStream | undefined

  const body = feedParser(request, parser, maxBodyBytes, options.signal)
  parser.on('partsLimit', () => body.fail(new MultipartError('too_many_fields')))
  parser.on('fieldsLimit', () => body.fail(new MultipartError('too_many_fields')))
  parser.on('field', (name: string | undefined, value, _nameTruncated, valueTruncated) => {
    const refused = !name || name.length > MAX_FIELD_NAME_LENGTH || valueTruncated || fields.has(name)
    if (refused) body.fail(new MultipartError('bad_field'))
    else fields.set(name, value)
  })
  parser.on('file', (name, stream, fileName: string | undefined, _encoding, mimeType) => {
    // Its end by an error is reported through the iterator; without a listener it would end the process.
    stream.on('error', () => {})
    if (body.failed()) return
    if (name !== 'file' || sink !== undefined) return body.fail(new MultipartError('unexpected_file'))
    incoming = stream
    sink = callSink(options, {
      fileName: toDisplayName(readFileName(body.head()) ?? fileName ?? ''),
      mimeType,
      stream: limitBytes(stream, options.maxFileBytes),
      fields: Object.fromEntries(fields),
    })
    // A sink that is content with the start of the file: the rest must still pass, or the form never ends.
    sink.then(() => stream.resume(), body.fail)
  })

  try {
    await body.done
    if (sink === undefined) throw new MultipartError('missing_file')
    return { fields: Object.fromEntries(fields), file: await sink }
  } catch (error) {
    incoming?.destroy(error instanceof Error ? error : new Error('upload stopped', { cause: error }))
    await sink?.catch(() => {})
    throw error
  }
}

/**
 * Refuses a body by its announced length, before any of it is read.
 *
 * @throws TooLargeError when Content-Length says more than `maxBodyBytes`
 */
export function refuseLargeBody(headers: IncomingHttpHeaders, maxBodyBytes: number): void {
  if (Number(headers['content-length'] ?? 0) > maxBodyBytes) throw new TooLargeError(maxBodyBytes)
}

function createParser(headers: IncomingHttpHeaders): BusboyInstance {
  const contentType = headers['content-type'] ?? ''
  if (!/^multipart\/form-data\s*(;|$)/i.test(contentType)) throw new MultipartError('not_multipart')
  if (!/;\s*boundary=\s*"?[^\s";]/i.test(contentType)) throw new MultipartError('missing_boundary')
  try {
    // A part called `file` is the file even without a file name, and `type` is a field whatever its type.
    const isPartAFile = (name?: string, _type?: string, fileName?: string) => fileName !== undefined || name === 'file'
    return new Busboy({ headers: { ...headers, 'content-type': contentType }, limits: LIMITS, isPartAFile })
  } catch (error) {
    throw new MultipartError('malformed', { cause: error })
  }
}

async function callSink<T>(options: ReceiveMultipartOptions<T>, file: IncomingFile): Promise<T> {
  return options.onFile(file)
}

async function* limitBytes(stream: Readable, maxBytes: number): AsyncGenerator<Uint8Array, void, undefined> {
  let bytes = 0
  // Left open when the reader stops early: a destroyed part would keep the parser from ever finishing.
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    bytes += chunk.byteLength
    if (bytes > maxBytes) throw new TooLargeError(maxBytes)
    yield chunk
  }
}

interface Body {
  /** What came of it before the file, and some of the file: enough for the part's header. */
  readonly head: () => Buffer
  /** When all of it is read and parsed; rejects with the first failure. */
  readonly done: Promise<void>
  readonly fail: (error: unknown) => void
  readonly failed: () => boolean
}

/** Moves the request's bytes into the parser, as fast as it takes them, until the end or the first failure. */
function feedParser(request: Readable, parser: BusboyInstance, maxBytes: number, signal?: AbortSignal): Body {
  const done = Promise.withResolvers<void>()
  let state: 'reading' | 'parsed' | 'failed' = 'reading'
  let bytes = 0
  const start: Uint8Array[] = []

  const stop = () => {
    request.off('data', onData).off('end', onEnd).off('close', onClose)
    signal?.removeEventListener('abort', onAbort)
  }
  const fail = (error: unknown) => {
    if (state === 'failed') return
    state = 'failed'
    stop()
    request.pause()
    done.reject(error)
  }
  const onData = (chunk: Uint8Array) => {
    bytes += chunk.byteLength
    if (bytes > maxBytes) return fail(new TooLargeError(maxBytes))
    if (bytes - chunk.byteLength < MULTIPART_OVERHEAD_BYTES) start.push(chunk)
    if (state !== 'reading' || parser.write(chunk)) return
    request.pause()
    parser.once('drain', () => {
      if (state !== 'failed') request.resume()
    })
  }
  const succeed = () => {
    stop()
    done.resolve()
  }
  const onEnd = () => {
    request.off('close', onClose)
    if (state === 'parsed') succeed()
    else parser.end()
  }
  const onClose = () => fail(new MultipartError('aborted'))
  const onAbort = () => fail(signal?.reason)

  parser.on('error', (cause) => fail(new MultipartError('malformed', { cause })))
  parser.on('finish', () => {
    if (state === 'reading') state = 'parsed'
    if (state === 'parsed' && request.readableEnded) succeed()
  })
  // Stays for good: a reset may come after we have given up on the request.
  request.on('error', () => {})
  request.on('data', onData).on('end', onEnd).on('close', onClose)
  signal?.addEventListener('abort', onAbort, { once: true })
  if (request.readableEnded || request.destroyed) onClose()
  const head = () => Buffer.concat(start.splice(0)).subarray(0, MULTIPART_OVERHEAD_BYTES)
  return { head, done: done.promise, fail, failed: () => state === 'failed' }
}
