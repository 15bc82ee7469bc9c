import { isErrorFromAlias } from '@zodios/core'
import type { Access, Calls } from '../../src/drive.ts'
import { api as made, createApiClient, schemas } from './generated'

type Body = Parameters<typeof made.generateContent>[0]
// @ts-expect-error There is no such post type.
export const wrong: Body['post_types'] = ['myspace-post']

export function createCalls({ url, apiKey, workspaceId }: Access): Calls {
  // It holds every answer against the schema of the document. A prompt that is too short it would not send.
  const axiosConfig = { headers: { 'x-api-key': apiKey } }
  const api = createApiClient(url, { axiosConfig })
  const unchecked = createApiClient(url, { axiosConfig, validate: 'response' })
  const headers = { 'X-Workspace-Id': workspaceId }
  const generation = (prompt: string) =>
    ({ prompt, post_types: ['x-post'], research_mode: 'regular' }) satisfies Parameters<typeof api.generateContent>[0]
  return {
    readBalance: async () => (await api.getCredits()).balance,
    generate: async (prompt) => (await api.generateContent(generation(prompt), { headers })).generation_id,
    async readGeneration(id) {
      const { status, outputs } = await api.getGeneration({ headers, params: { id } })
      return { status, caption: outputs?.x }
    },
    async listGenerations() {
      const { data } = await api.listGenerations({ headers, queries: { limit: 100 } })
      return data.map(({ generation_id }) => generation_id)
    },
    async connect() {
      const connection = await api.createConnection({ platform: 'x', sandbox: true }, { headers })
      return schemas.Connection.parse(connection).connection_id
    },
    async createDraft(generation_id, connection_id) {
      const items = [{ post_type: 'x-post' as const, connection_id }]
      return (await api.createPost({ generation_id, items }, { headers })).post_id
    },
    isPublishable: async (post_id) => (await api.preflightPost({ post_id }, { headers })).publishable,
    async publish(id) {
      await api.publishPost(undefined, { headers, params: { id } })
    },
    readPostStatus: async (id) => (await api.getPost({ headers, params: { id } })).status,
    async refuse(prompt) {
      const thrown: unknown = await unchecked
        .generateContent(generation(prompt), { headers })
        .catch((error: unknown) => error)
      if (!isErrorFromAlias(made.api, 'generateContent', thrown)) throw thrown
      const { status, data } = thrown.response
      return { status, code: data.error.code, fields: (data.error.details ?? []).map(({ path }) => path) }
    },
  }
}
