import type { Access, Calls } from '../../src/drive.ts'
import { some } from '../../src/drive.ts'
import * as api from './generated'
import { client } from './generated/client.gen'

type Body = Parameters<typeof api.generateContent>[0]['body']
// @ts-expect-error There is no such post type.
export const wrong: Body['post_types'] = ['myspace-post']

export function createCalls({ apiKey, workspaceId }: Access): Calls {
  client.setConfig({ auth: ({ type }) => (type === 'apiKey' ? apiKey : undefined) })
  const headers = { 'X-Workspace-Id': workspaceId }
  const generate = (prompt: string) =>
    api.generateContent({ headers, body: { prompt, post_types: ['x-post'], research_mode: 'regular' } })
  return {
    readBalance: async () => some((await api.getCredits()).data).balance,
    generate: async (prompt) => some((await generate(prompt)).data).generation_id,
    async readGeneration(id) {
      const { data } = await api.getGeneration({ headers, path: { id } })
      return { status: some(data).status, caption: data?.outputs?.x }
    },
    async listGenerations() {
      const { data } = await api.listGenerations({ headers, query: { limit: 100 } })
      return some(data).data.map(({ generation_id }) => generation_id)
    },
    async connect() {
      const { data } = await api.createConnection({ headers, body: { platform: 'x', sandbox: true } })
      return data && 'connection_id' in data ? data.connection_id : ''
    },
    async createDraft(generation_id, connection_id) {
      const body = { generation_id, items: [{ post_type: 'x-post' as const, connection_id }] }
      return some((await api.createPost({ headers, body })).data).post_id
    },
    isPublishable: async (post_id) => some((await api.preflightPost({ headers, body: { post_id } })).data).publishable,
    async publish(id) {
      await api.publishPost({ headers, path: { id } })
    },
    readPostStatus: async (id) => some((await api.getPost({ headers, path: { id } })).data).status,
    async refuse(prompt) {
      const { response, error } = await generate(prompt)
      const { code, details = [] } = some(error).error
      return { status: some(response).status, code, fields: details.map(({ path }) => path) }
    },
  }
}
