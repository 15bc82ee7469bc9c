import type { IncomingMessage } from 'node:http'
import { complete } from './publications.ts'
import type { TikTokPublication, TikTokReply, TikTokState } from './state.ts'

const TYPES = ['video/mp4', 'video/quicktime', 'video/webm']

interface Range {
  readonly first: number
  readonly last: number
}

/** What a PUT is for, before its bytes are read. */
export interface UploadTarget {
  readonly publication: TikTokPublication
  readonly range: Range
  readonly isLast: boolean
}

/** Finds what a chunk belongs to; or how it is refused: https://developers.tiktok.com/doc/content-posting-api-media-transfer-guide */
export function findUpload(state: TikTokState, url: URL, { headers }: IncomingMessage): UploadTarget | TikTokReply {
  const publication = [...state.publications.values()].find(
    ({ upload }) => upload?.uploadId === url.searchParams.get('upload_id'),
  )
  const upload = publication?.upload
  if (!publication || !upload || upload.token !== url.searchParams.get('upload_token')) return { status: 404 }
  if (headers.authorization !== undefined) state.complaints.push('upload: a token')
  if (!TYPES.includes(headers['content-type'] ?? '')) state.complaints.push(`upload: ${headers['content-type']}`)
  const [, first = '', last = '', total = ''] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(headers['content-range'] ?? '') ?? []
  const range = { first: Number(first), last: Number(last) }
  const length = range.last - range.first + 1
  if (first === '' || Number(total) !== upload.size || headers['content-length'] !== String(length)) {
    state.complaints.push(`upload: ${headers['content-range']} of ${headers['content-length']}`)
    return { status: 400 }
  }
  if (upload.endsAt <= state.now()) return { status: 403 }
  if (range.first !== upload.received) return { status: 416, headers: progressOf(publication) }
  const isLast = range.first === upload.chunkSize * (upload.count - 1)
  const expected = isLast ? upload.size : range.first + upload.chunkSize
  if (range.last + 1 !== expected) {
    state.complaints.push(`upload: chunk ${first}-${last}`)
    return { status: 400 }
  }
  return { publication, range, isLast }
}

/** Reads a chunk as it comes; undefined: the line broke. */
export async function readChunk(state: TikTokState, request: IncomingMessage): Promise<Buffer[] | undefined> {
  const bytes: Buffer[] = []
  for await (const piece of request as AsyncIterable<Buffer>) {
    state.onTheLine += piece.length
    if (state.onTheLine >= state.manner.breakEvery) {
      state.onTheLine = 0
      request.socket.destroy()
      return undefined
    }
    bytes.push(piece)
  }
  return bytes
}

/** Keeps a chunk that came whole. The last one makes the post. */
export function keepChunk(
  state: TikTokState,
  { publication, isLast }: UploadTarget,
  bytes: readonly Buffer[],
): TikTokReply {
  const { upload } = publication
  if (!upload) return { status: 404 }
  for (const piece of bytes) {
    upload.hash.update(piece)
    upload.received += piece.length
  }
  if (isLast) complete(state, publication)
  return { status: isLast ? 201 : 206, headers: progressOf(publication) }
}

function progressOf({ upload }: TikTokPublication): Record<string, string> {
  return { 'content-range': `bytes 0-${upload?.received ?? 0}/${upload?.size ?? 0}` }
}
