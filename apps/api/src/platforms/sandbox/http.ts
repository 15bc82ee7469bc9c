import type { GuardedFetch, OutboundAnswer } from '#outbound/index.ts'
import { z } from 'zod'
import { PlatformError } from '../port.ts'
import type { CallOptions, SandboxService } from './service.ts'
import { TokenRefusedError } from './service.ts'

const containerSchema = z.object({ container_id: z.string() })

const stateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('ready') }),
  z.object({ state: z.literal('processing'), seconds: z.number() }),
  z.object({ state: z.literal('failed') }),
])

const postSchema = z.object({ post_id: z.string(), url: z.string() })

const publicationSchema = z.discriminatedUnion('state', [
  postSchema.extend({ state: z.literal('posted') }),
  z.object({ state: z.literal('processing'), publication_id: z.string(), seconds: z.number() }),
])

const recentSchema = z.object({ posts: z.array(postSchema.extend({ container_id: z.string() })) })

interface HttpServiceOptions {
  readonly baseUrl: string
  readonly fetch: GuardedFetch
}

interface Request {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly body?: object | Uint8Array
  /** The final call: only some answers say surely that nothing happened. */
  readonly final?: boolean
}

/** A sandbox platform that is a server of its own, as the real ones are: tests have one that misbehaves. */
export function createHttpService({ baseUrl, fetch }: HttpServiceOptions): SandboxService {
  async function send<T>(schema: z.ZodType<T>, request: Request, { token, signal }: CallOptions): Promise<T> {
    const { method, path, body, final = false } = request
    const isBytes = body instanceof Uint8Array
    const answer = await fetch(`${baseUrl}${path}`, {
      method,
      signal,
      redirect: 'fail',
      headers: {
        authorization: `Bearer ${token}`,
        ...(body && { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }),
      },
      ...(body && { body: isBytes ? body : JSON.stringify(body) }),
    })
    refuseFailure(answer, final)
    return schema.parse(JSON.parse(Buffer.from(answer.body).toString('utf8')))
  }
  const toPublication = (state: z.output<typeof publicationSchema>) =>
    state.state === 'posted'
      ? ({ state: 'posted', postId: state.post_id, url: state.url } as const)
      : ({ state: 'processing', publicationId: state.publication_id, seconds: state.seconds } as const)
  return {
    async createContainer({ text, replyTo, media }, options) {
      const body = {
        text,
        reply_to: replyTo,
        media: media.map(({ mimeType, size, altText }) => ({ mime_type: mimeType, size, alt_text: altText })),
      }
      return (await send(containerSchema, { method: 'POST', path: '/containers', body }, options)).container_id
    },
    async append({ containerId, medium, offset, bytes }, options) {
      const path = `/containers/${containerId}/media/${medium}?offset=${offset}`
      await send(z.object({}), { method: 'PUT', path, body: bytes }, options)
    },
    finish: (id, options) => send(stateSchema, { method: 'POST', path: `/containers/${id}/finish` }, options),
    readState: (id, options) => send(stateSchema, { method: 'GET', path: `/containers/${id}` }, options),
    async publish(id, options) {
      const request = { method: 'POST', path: '/posts', body: { container_id: id }, final: true } as const
      return toPublication(await send(publicationSchema, request, options))
    },
    async readPublication(id, options) {
      return toPublication(await send(publicationSchema, { method: 'GET', path: `/publications/${id}` }, options))
    },
    async comment(postId, text, options) {
      const path = `/posts/${encodeURIComponent(postId)}/comments`
      await send(z.object({}), { method: 'POST', path, body: { text }, final: true }, options)
    },
    async search(containerId, options) {
      const { posts } = await send(recentSchema, { method: 'GET', path: '/posts' }, options)
      const found = posts.find((post) => post.container_id === containerId)
      return found ? { state: 'posted', postId: found.post_id, url: found.url } : { state: 'not_posted' }
    },
  }
}

function refuseFailure({ status, headers }: OutboundAnswer, final: boolean): void {
  if (status >= 200 && status < 300) return
  if (status === 401) throw new TokenRefusedError('the sandbox refused the token')
  const platformError = String(status)
  if (status === 429) {
    const seconds = Number(headers['retry-after'])
    throw new PlatformError('retry', 'The sandbox is overloaded. Try again later.', {
      platformError,
      ...(seconds > 0 && { retryAfterSeconds: seconds }),
    })
  }
  if (status === 410) throw new PlatformError('restart', 'The container is too old.', { platformError })
  if (status >= 400 && status < 500) {
    throw new PlatformError('never', 'The sandbox rejects this. Change it and try again.', { platformError })
  }
  // It may have posted and failed after that.
  if (final) throw new Error(`The sandbox answered ${status} to the final call`)
  throw new PlatformError('retry', 'The sandbox has an internal error. Try again later.', { platformError })
}
