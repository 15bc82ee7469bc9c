import createClient from 'openapi-fetch'
import type { Access, Calls } from '../../src/drive.ts'
import { some } from '../../src/drive.ts'
import type { paths } from './generated'

type Body = paths['/api/v1/content/generate']['post']['requestBody']['content']['application/json']
// @ts-expect-error There is no such post type.
export const wrong: Body['post_types'] = ['myspace-post']

export function createCalls({ url, apiKey, workspaceId }: Access): Calls {
  const client = createClient<paths>({ baseUrl: url, headers: { 'x-api-key': apiKey } })
  const header = { 'X-Workspace-Id': workspaceId }
  const generate = (prompt: string) =>
    client.POST('/api/v1/content/generate', {
      params: { header },
      body: { prompt, post_types: ['x-post'], research_mode: 'regular' },
    })
  return {
    readBalance: async () => some((await client.GET('/api/v1/account/credits')).data).balance,
    generate: async (prompt) => some((await generate(prompt)).data).generation_id,
    async readGeneration(id) {
      const { data } = await client.GET('/api/v1/content/generations/{id}', { params: { header, path: { id } } })
      return { status: some(data).status, caption: data?.outputs?.x }
    },
    async listGenerations() {
      const { data } = await client.GET('/api/v1/content/generations', { params: { header, query: { limit: 100 } } })
      return some(data).data.map(({ generation_id }) => generation_id)
    },
    async connect() {
      const body = { platform: 'x', sandbox: true } as const
      const { data } = await client.POST('/api/v1/connections', { params: { header }, body })
      return data && 'connection_id' in data ? data.connection_id : ''
    },
    async createDraft(generation_id, connection_id) {
      const items = [{ post_type: 'x-post' as const, connection_id }]
      const { data } = await client.POST('/api/v1/posts', { params: { header }, body: { generation_id, items } })
      return some(data).post_id
    },
    async isPublishable(post_id) {
      const { data } = await client.POST('/api/v1/posts/preflight', { params: { header }, body: { post_id } })
      return some(data).publishable
    },
    async publish(id) {
      await client.POST('/api/v1/posts/{id}/publish', { params: { header, path: { id } } })
    },
    readPostStatus: async (id) =>
      some((await client.GET('/api/v1/posts/{id}', { params: { header, path: { id } } })).data).status,
    async refuse(prompt) {
      const { response, error } = await generate(prompt)
      const { code, details = [] } = some(error).error
      return { status: response.status, code, fields: details.map(({ path }) => path) }
    },
  }
}
