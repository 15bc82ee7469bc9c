import type { IncomingMessage } from 'node:http'
import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { LinkedInAsset, LinkedInReply, LinkedInState } from './state.ts'
import { complain, failed, work } from './state.ts'

const owner = z.string().regex(/^urn:li:(?:person|organization):[\w-]+$/)

const INITIALIZE = {
  image: z.strictObject({ initializeUploadRequest: z.strictObject({ owner }) }),
  document: z.strictObject({ initializeUploadRequest: z.strictObject({ owner }) }),
  video: z.strictObject({
    initializeUploadRequest: z.strictObject({
      owner,
      fileSizeBytes: z.int().positive(),
      uploadCaptions: z.boolean(),
      uploadThumbnail: z.boolean(),
    }),
  }),
} as const

const finalizeSchema = z.strictObject({
  finalizeUploadRequest: z.strictObject({
    video: z.string(),
    uploadToken: z.string(),
    uploadedPartIds: z.array(z.string().min(1)).min(1),
  }),
})

const UPLOAD_LIFE_MS = 24 * 3600_000

interface AssetRequest {
  readonly kind: LinkedInAsset['kind']
  readonly json: unknown
  /** Whether the token may act for it. */
  readonly mayPostAs: (urn: string) => boolean
  /** Where uploads go, and the bytes of a part of a video. */
  readonly uploadUrl: string
  readonly partBytes: number
}

/** `POST /rest/{images|videos|documents}?action=initializeUpload`. */
export function serveInitialize(state: LinkedInState, request: AssetRequest): LinkedInReply {
  const { kind, json, mayPostAs, uploadUrl, partBytes } = request
  const parsed = INITIALIZE[kind].safeParse(json)
  if (!parsed.success) return complain(state, `${kind}: ${z.prettifyError(parsed.error)}`)
  const asked = parsed.data.initializeUploadRequest
  if (!mayPostAs(asked.owner)) return failed(403, 'ACCESS_DENIED', `Owner ${asked.owner} is not the caller's`)
  const size: number = 'fileSizeBytes' in asked ? Number(asked.fileSizeBytes) : 0
  const count = kind === 'video' ? Math.ceil(size / partBytes) : 1
  const names = Array.from({ length: count }, () => randomBytes(16).toString('base64url'))
  const asset: LinkedInAsset = {
    urn: state.makeUrn(kind),
    kind,
    owner: asked.owner,
    size,
    token: kind === 'video' ? randomBytes(8).toString('base64url') : '',
    expiresAt: state.now() + UPLOAD_LIFE_MS,
    parts: new Map(
      names.map((name, at) => [name, { size: kind === 'video' ? Math.min(partBytes, size - at * partBytes) : 0 }]),
    ),
    state: 'WAITING_UPLOAD',
    left: state.manner.slowly,
    bytes: Buffer.alloc(0),
  }
  state.assets.set(asset.urn, asset)
  const urlOf = (name: string) => `${uploadUrl}/dms-uploads/${encodeURIComponent(asset.urn)}/${name}?ut=signed`
  if (kind !== 'video') {
    const value = { [kind]: asset.urn, uploadUrl: urlOf(names[0] ?? ''), uploadUrlExpiresAt: asset.expiresAt }
    return { status: 200, body: { value } }
  }
  const uploadInstructions = names.map((name, at) => ({
    uploadUrl: urlOf(name),
    firstByte: at * partBytes,
    lastByte: Math.min((at + 1) * partBytes, size) - 1,
  }))
  const value = { video: asset.urn, uploadToken: asset.token, uploadUrlsExpireAt: asset.expiresAt, uploadInstructions }
  return { status: 200, body: { value } }
}

/** `PUT` of an address that LinkedIn named: of a video's parts, without a token. */
export function serveUpload(state: LinkedInState, { path, request, body, isGoodToken }: UploadRequest): LinkedInReply {
  const [, , urn = '', name = ''] = path.split('/')
  const asset = state.assets.get(decodeURIComponent(urn))
  const part = asset?.parts.get(name)
  if (!asset || !part || asset.expiresAt < state.now()) return { status: 403, body: '<html>expired</html>' }
  if (request.headers['content-type'] !== 'application/octet-stream') return complain(state, 'upload: content type')
  if (request.headers['content-length'] !== String(body.length)) return complain(state, 'upload: content length')
  if (asset.kind === 'video') {
    if (request.headers.authorization !== undefined) return complain(state, 'upload: a token with a part of a video')
    if (body.length !== part.size) return complain(state, `upload: ${body.length} of ${part.size} bytes`)
    part.etag = `"${createHash('sha256').update(name).update(body).digest('hex').slice(0, 32)}"`
    return { status: 200, headers: { etag: part.etag } }
  }
  if (!isGoodToken) return { status: 401, body: '' }
  if (body.length === 0) return complain(state, 'upload: nothing')
  asset.bytes = body
  take(state, asset)
  return { status: 201 }
}

interface UploadRequest {
  readonly path: string
  readonly request: IncomingMessage
  readonly body: Buffer
  readonly isGoodToken: boolean
}

/** `POST /rest/videos?action=finalizeUpload`: once. */
export function serveFinalize(state: LinkedInState, json: unknown, mayPostAs: (urn: string) => boolean): LinkedInReply {
  const parsed = finalizeSchema.safeParse(json)
  if (!parsed.success) return complain(state, `finalize: ${z.prettifyError(parsed.error)}`)
  const { video, uploadToken, uploadedPartIds } = parsed.data.finalizeUploadRequest
  const asset = state.assets.get(video)
  if (asset?.kind !== 'video' || !mayPostAs(asset.owner)) return failed(404, 'NOT_FOUND', 'Video not found')
  if (asset.state !== 'WAITING_UPLOAD') return failed(400, 'INVALID_STATE', 'The video was finalized already')
  if (uploadToken !== asset.token) return complain(state, 'finalize: uploadToken')
  const etags = [...asset.parts.values()].map(({ etag }) => etag)
  if (etags.join() !== uploadedPartIds.join())
    return complain(state, 'finalize: other parts than were sent, or in another order')
  take(state, asset)
  return { status: 200 }
}

function take({ manner }: LinkedInState, asset: LinkedInAsset): void {
  asset.left = manner.slowly
  asset.state = manner.inVain ? 'PROCESSING_FAILED' : asset.left > 0 ? 'PROCESSING' : 'AVAILABLE'
}

/** `GET /rest/{images|videos|documents}/{urn}`: pictures and documents of a member are write-only. */
export function serveAsset(state: LinkedInState, urn: string, mayPostAs: (urn: string) => boolean): LinkedInReply {
  const asset = state.assets.get(urn)
  if (!asset) return failed(404, 'NOT_FOUND', 'Asset not found')
  const isWriteOnly = asset.kind !== 'video' && asset.owner.startsWith('urn:li:person:')
  if (isWriteOnly) state.complaints.push(`a member's ${asset.kind} was read`)
  if (isWriteOnly || !mayPostAs(asset.owner)) return failed(403, 'ACCESS_DENIED')
  if (asset.state === 'PROCESSING') {
    work(asset)
    return { status: 200, body: { id: urn, owner: asset.owner, status: 'PROCESSING' } }
  }
  return { status: 200, body: { id: urn, owner: asset.owner, status: asset.state } }
}
