import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ByteRange } from '#storage/port.ts'
import { create } from 'content-disposition'
import type { Version } from './conditions.ts'
import { judge, mayAnswerRange } from './conditions.ts'
import { parseRange } from './parse-range.ts'

/** A file as it is answered. */
export interface SharedFile extends Version {
  readonly mimeType: string
  /** Bytes. */
  readonly size: number
  readonly fileName: string
  /** For how long it may be kept, in seconds. */
  readonly maxAge: number
  /** Opens its bytes. Undefined when it is gone since. */
  readonly open: (range: ByteRange) => Promise<Readable | undefined>
}

type FileStatus = 200 | 206 | 304 | 412 | 416

interface Exchange {
  readonly req: Pick<IncomingMessage, 'method' | 'headers'>
  readonly res: ServerResponse
}

/**
 * Answers with a file, or the part of it that is asked for, no faster than it is taken. When the reader goes away the file is
 * let go.
 *
 * @returns the status that was answered; undefined, and nothing is answered: the file is gone
 */
export async function sendFile(file: SharedFile, { req, res }: Exchange): Promise<FileStatus | undefined> {
  const judgement = judge(req.headers, file)
  if (judgement === 'precondition failed') return end(res, 412)
  setVersion(res, file)
  if (judgement === 'not modified') return end(res, 304)
  const { kind, ...range } = findRange(req, file)
  if (kind === 'none') {
    res.setHeader('Content-Range', `bytes */${file.size}`)
    res.removeHeader('Cache-Control')
    return end(res, 416)
  }
  const { start, end: last } = { start: 0, end: file.size - 1, ...range }
  // RFC 9110, 9.3.2: a HEAD is answered by the same headers, and nothing need be opened for them.
  const stream = req.method === 'HEAD' ? undefined : await file.open({ start, end: last })
  if (req.method !== 'HEAD' && !stream) return undefined
  setContent(res, file)
  if (kind === 'part') res.setHeader('Content-Range', `bytes ${start}-${last}/${file.size}`)
  res.setHeader('Content-Length', last - start + 1)
  const status = kind === 'part' ? 206 : 200
  res.statusCode = status
  if (stream) await send(stream, res)
  else res.end()
  return status
}

function findRange({ method, headers }: Exchange['req'], file: SharedFile) {
  // RFC 9110, 14.2: ranges are known of GET alone.
  const header = method === 'GET' && mayAnswerRange(headers, file) ? headers.range : undefined
  return parseRange(header, file.size)
}

async function send(stream: Readable, res: ServerResponse): Promise<void> {
  try {
    await pipeline(stream, res)
  } catch (error) {
    // A client that left needs no answer, and the log no line.
    if (!hasLeft(error)) throw error
  }
}

function hasLeft(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'
}

function end<Status extends FileStatus>(res: ServerResponse, status: Status): Status {
  res.statusCode = status
  res.end()
  return status
}

function setVersion(res: ServerResponse, { etag, lastModified, maxAge }: SharedFile): void {
  res.setHeader('ETag', etag)
  res.setHeader('Last-Modified', lastModified.toUTCString())
  res.setHeader('Cache-Control', `private, max-age=${maxAge}`)
  res.setHeader('Accept-Ranges', 'bytes')
}

/** The type is the one that was found in the bytes, and no browser makes another of it, runs any of it, or tells where it came from. */
function setContent(res: ServerResponse, { mimeType, fileName }: SharedFile): void {
  res.setHeader('Content-Type', mimeType)
  res.setHeader('Content-Disposition', create(fileName, { type: 'inline' }))
  res.setHeader('Content-Security-Policy', "default-src 'none'; sandbox")
  res.setHeader('X-Content-Type-Options', 'nosniff')
  res.setHeader('Referrer-Policy', 'no-referrer')
  // The link lets in, not the page it stands on.
  res.setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
}
