import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FaultyStep } from '#platforms/testing/faults.ts'
import { FaultPlan, serveFault } from '#platforms/testing/faults.ts'

interface Container {
  readonly text: string
  readonly reply_to?: string
  readonly media: readonly { readonly size: number; readonly alt_text?: string }[]
  /** Bytes that came, by medium and offset. */
  readonly chunks: Map<string, number>
  /** How often it will still say that it is at work. */
  processing: number
  failing: boolean
}

/** What people see: the oracle of "never twice". */
export interface SeenPost {
  readonly post_id: string
  readonly url: string
  readonly container_id: string
  readonly text: string
  /** The post that it follows in the same thread. */
  readonly reply_to?: string
  /** Of its media that have one, in their order. */
  readonly alt_texts: readonly string[]
  /** Of the account itself, in the order that they came. */
  readonly comments: string[]
  readonly created_at: string
  /** Of the monotonic clock, in ms. */
  readonly at: number
}

type Reply = readonly [status: number, body: object]

/** A platform as the sandbox's adapter speaks to it, that misbehaves as scripted. */
export interface SandboxPlatformServer {
  readonly url: string
  readonly faults: FaultPlan
  /** In the order that they came. */
  readonly posts: readonly SeenPost[]
  /** Requests by what they asked for, e.g. `POST /posts`. */
  readonly requests: readonly string[]
  /** Tokens that it does not take. */
  readonly refused: Set<string>
  /** How its media are processed, and its posts after the final call. */
  readonly manner: {
    /** Media: how often it says that it is at work. */
    slowly: number
    inVain: boolean
    /** Posts: how often it says that it is at work on them. */
    publishesLate: number
    /** The list of posts lags: so many times it does not show them yet. */
    lag: number
    refuseContent: boolean
    /** Texts that it refuses. */
    refuse: readonly string[]
  }
  /**
   * Holds requests of a kind until they are let go: to have their effect, or to be dropped. Tells when one is held.
   *
   * @param which `after`: so many go on before, none by default; `most`: so many are held, all by default
   */
  hold(
    request: string,
    which?: { readonly after?: number; readonly most?: number },
  ): { readonly held: Promise<void>; release(goesOn: boolean): void }
  /** Forgets what it got and what it did. */
  repair(): void
  stop(): Promise<void>
}

const WELL = {
  slowly: 0,
  inVain: false,
  publishesLate: 0,
  lag: 0,
  refuseContent: false,
  refuse: [] as readonly string[],
}

export async function startSandboxPlatform(): Promise<SandboxPlatformServer> {
  const faults = new FaultPlan()
  const containers = new Map<string, Container>()
  const publications = new Map<string, { left: number; post: SeenPost }>()
  const posts: SeenPost[] = []
  const requests: string[] = []
  const refused = new Set<string>()
  const holds = new Map<
    string,
    { seen: number; after: number; most: number; onHeld: () => void; released: Promise<boolean> }
  >()
  const manner = { ...WELL }

  const post = (containerId: string): SeenPost => {
    const id = randomUUID()
    const replyTo = containers.get(containerId)?.reply_to
    const seen = {
      post_id: id,
      url: `https://sandbox.invalid/${id}`,
      container_id: containerId,
      text: containers.get(containerId)?.text ?? '',
      alt_texts: containers.get(containerId)?.media.flatMap(({ alt_text }) => alt_text ?? []) ?? [],
      ...(replyTo !== undefined && { reply_to: replyTo }),
      comments: [],
      created_at: new Date().toISOString(),
      at: performance.now(),
    }
    posts.push(seen)
    return seen
  }

  const serve = (name: string, url: URL, body: Buffer): Reply => {
    const [, , id = '', , medium = ''] = url.pathname.split('/')
    const container = containers.get(id)
    switch (name) {
      case 'POST /containers': {
        const { text, reply_to, media } = JSON.parse(body.toString()) as Pick<Container, 'text' | 'reply_to' | 'media'>
        if (reply_to !== undefined && !posts.some(({ post_id }) => post_id === reply_to))
          return [404, { error: 'no such post' }]
        if (manner.refuseContent || manner.refuse.includes(text)) return [400, { error: 'refused' }]
        const containerId = randomUUID()
        const chunks = new Map<string, number>()
        containers.set(containerId, {
          text,
          ...(reply_to !== undefined && { reply_to }),
          media,
          chunks,
          processing: manner.slowly,
          failing: manner.inVain,
        })
        return [200, { container_id: containerId }]
      }
      case 'PUT /media':
        if (!container) return [410, {}]
        container.chunks.set(`${medium}:${url.searchParams.get('offset')}`, body.length)
        return [200, {}]
      case 'POST /finish':
      case 'GET /containers':
        return container ? [200, stateOf(container)] : [410, {}]
      case 'POST /posts': {
        const containerId = (JSON.parse(body.toString()) as { container_id: string }).container_id
        if (!containers.has(containerId)) return [410, {}]
        const seen = post(containerId)
        if (manner.publishesLate === 0) return [200, { state: 'posted', ...seen }]
        const publicationId = randomUUID()
        publications.set(publicationId, { left: manner.publishesLate, post: seen })
        return [200, { state: 'processing', publication_id: publicationId, seconds: 1 }]
      }
      case 'GET /publications': {
        const publication = publications.get(id)
        if (!publication) return [404, {}]
        publication.left -= 1
        if (publication.left <= 0) return [200, { state: 'posted', ...publication.post }]
        return [200, { state: 'processing', publication_id: id, seconds: 1 }]
      }
      case 'POST /comments': {
        const commented = posts.find(({ post_id }) => post_id === id)
        if (!commented) return [404, { error: 'no such post' }]
        const { text } = JSON.parse(body.toString()) as { text: string }
        if (manner.refuse.includes(text)) return [400, { error: 'refused' }]
        commented.comments.push(text)
        return [200, {}]
      }
      case 'GET /posts': {
        manner.lag -= 1
        return [200, { posts: manner.lag >= 0 ? [] : posts }]
      }
      default:
        return [404, {}]
    }
  }

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '', 'http://sandbox')
    const name = nameOf(request.method ?? '', url)
    const body = await readAll(request)
    requests.push(name)
    const planned = holds.get(name)
    const place = planned ? planned.seen++ - planned.after : -1
    const held = planned && place >= 0 && place < planned.most ? planned : undefined
    held?.onHeld()
    if ((await held?.released) === false) return void request.socket.destroy()
    const token = request.headers.authorization?.slice('Bearer '.length) ?? ''
    const reply = ([status, body]: Reply) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    const fault = faults.take(stepOf(name))
    if (fault) return serveFault(fault, { request, response, effect: () => serve(name, url, body) })
    if (refused.has(token)) return void reply([401, { error: 'token' }])
    reply(serve(name, url, body))
    return undefined
  }

  const server = createServer((request, response) => {
    // Whoever is killed cuts its requests.
    answer(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    faults,
    posts,
    requests,
    refused,
    manner,
    hold(request, { after = 0, most = Infinity } = {}) {
      const held = Promise.withResolvers<void>()
      const released = Promise.withResolvers<boolean>()
      holds.set(request, { seen: 0, after, most, onHeld: held.resolve, released: released.promise })
      return {
        held: held.promise,
        release(goesOn) {
          holds.delete(request)
          released.resolve(goesOn)
        },
      }
    },
    repair() {
      faults.clear()
      refused.clear()
      Object.assign(manner, WELL)
      posts.length = 0
      requests.length = 0
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}

function stateOf(container: Container): object {
  if (container.processing > 0) {
    container.processing -= 1
    return { state: 'processing', seconds: 1 }
  }
  return { state: container.failing ? 'failed' : 'ready' }
}

/** `POST /containers`, `PUT /media`, `POST /finish`, `GET /containers`, `POST /posts`, `GET /publications`, `GET /posts`, `POST /comments`. */
function nameOf(method: string, { pathname }: URL): string {
  const [, first = '', , third] = pathname.split('/')
  return `${method} /${third ?? first}`
}

function stepOf(name: string): FaultyStep {
  if (name === 'POST /posts') return 'publish'
  if (name === 'POST /comments') return 'comment'
  return name === 'GET /posts' || name === 'GET /publications' ? 'look up' : 'prepare'
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}
