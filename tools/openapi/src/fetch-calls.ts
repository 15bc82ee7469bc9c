import type { Access, Calls } from './drive.ts'
import { some } from './drive.ts'

/** The little of an answer that these programs read. */
export interface Answer {
  readonly generation_id?: string
  readonly connection_id?: string
  readonly post_id?: string
  readonly status?: string
  readonly balance?: number
  readonly publishable?: boolean
  readonly outputs?: { readonly x?: string }
  readonly data?: readonly { readonly generation_id: string }[]
  readonly error?: { readonly code: string; readonly details?: readonly { readonly path: string }[] }
}

export interface Sent {
  readonly status: number
  readonly answer: Answer
}

/** A request by its operation: its id, the `{id}` of its path, its query and its body. */
export interface Request {
  readonly operationId: OperationId
  readonly id?: string
  readonly query?: Readonly<Record<string, string>>
  readonly body?: object
}

const PATHS = {
  getCredits: ['GET', '/api/v1/account/credits'],
  generateContent: ['POST', '/api/v1/content/generate'],
  getGeneration: ['GET', '/api/v1/content/generations/{id}'],
  listGenerations: ['GET', '/api/v1/content/generations'],
  createConnection: ['POST', '/api/v1/connections'],
  createPost: ['POST', '/api/v1/posts'],
  preflightPost: ['POST', '/api/v1/posts/preflight'],
  publishPost: ['POST', '/api/v1/posts/{id}/publish'],
  getPost: ['GET', '/api/v1/posts/{id}'],
} as const

export type OperationId = keyof typeof PATHS

/** The calls by whatever sends a request, for what makes no types. */
export function callBy(send: (request: Request) => Promise<Sent>): Calls {
  const ask = async (operationId: OperationId, request: Omit<Request, 'operationId'> = {}) => {
    const { status, answer } = await send({ operationId, ...request })
    if (status !== 200) throw new Error(`${operationId}: ${status} ${JSON.stringify(answer)}`)
    return answer
  }
  const generation = (prompt: string) => ({ prompt, post_types: ['x-post'], research_mode: 'regular' })
  return {
    readBalance: async () => some((await ask('getCredits')).balance),
    generate: async (prompt) => some((await ask('generateContent', { body: generation(prompt) })).generation_id),
    async readGeneration(id) {
      const { status, outputs } = await ask('getGeneration', { id })
      return { status: some(status), caption: outputs?.x }
    },
    async listGenerations() {
      const { data } = await ask('listGenerations', { query: { limit: '100' } })
      return some(data).map(({ generation_id }) => generation_id)
    },
    connect: async () =>
      some((await ask('createConnection', { body: { platform: 'x', sandbox: true } })).connection_id),
    async createDraft(generation_id, connection_id) {
      const body = { generation_id, items: [{ post_type: 'x-post', connection_id }] }
      return some((await ask('createPost', { body })).post_id)
    },
    isPublishable: async (post_id) => some((await ask('preflightPost', { body: { post_id } })).publishable),
    async publish(id) {
      await ask('publishPost', { id })
    },
    readPostStatus: async (id) => some((await ask('getPost', { id })).status),
    async refuse(prompt) {
      const { status, answer } = await send({ operationId: 'generateContent', body: generation(prompt) })
      const { code, details = [] } = some(answer.error)
      return { status, code, fields: details.map(({ path }) => path) }
    },
  }
}

/** Sends them by `fetch`: to a mock, or through a proxy. */
export function callByFetch({ url, apiKey, workspaceId }: Access): Calls {
  return callBy(async ({ operationId, id = '', query = {}, body }) => {
    const [method, path] = PATHS[operationId]
    const response = await fetch(`${url}${path.replace('{id}', id)}?${new URLSearchParams(query)}`, {
      method,
      headers: {
        'x-api-key': apiKey,
        'X-Workspace-Id': workspaceId,
        ...(body && { 'Content-Type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    return { status: response.status, answer: (await response.json()) as Answer }
  })
}
