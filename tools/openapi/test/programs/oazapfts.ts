import { HttpError, ok } from '@oazapfts/runtime'
import type { Access, Calls } from '../../src/drive.ts'
import * as api from './generated'

type Body = Parameters<typeof api.generateContent>[1]
// @ts-expect-error There is no such post type.
export const wrong: Body['post_types'] = ['myspace-post']

export function createCalls({ apiKey, workspaceId }: Access): Calls {
  api.defaults.headers = { 'x-api-key': apiKey }
  const generate = (prompt: string) =>
    api.generateContent(workspaceId, { prompt, post_types: ['x-post'], research_mode: 'regular' })
  return {
    readBalance: async () => (await ok(api.getCredits())).balance,
    generate: async (prompt) => (await ok(generate(prompt))).generation_id,
    async readGeneration(id) {
      const { status, outputs } = await ok(api.getGeneration(id, workspaceId))
      return { status, caption: outputs?.x }
    },
    async listGenerations() {
      const { data } = await ok(api.listGenerations(workspaceId, { limit: 100 }))
      return data.map(({ generation_id }) => generation_id)
    },
    async connect() {
      const connection = await ok(api.createConnection(workspaceId, { platform: 'x', sandbox: true }))
      return 'connection_id' in connection ? connection.connection_id : ''
    },
    async createDraft(generation_id, connection_id) {
      const items = [{ post_type: 'x-post' as const, connection_id }]
      return (await ok(api.createPost(workspaceId, { generation_id, items }))).post_id
    },
    isPublishable: async (post_id) => (await ok(api.preflightPost(workspaceId, { post_id }))).publishable,
    async publish(id) {
      await ok(api.publishPost(id, workspaceId))
    },
    readPostStatus: async (id) => (await ok(api.getPost(id, workspaceId))).status,
    async refuse(prompt) {
      const thrown: unknown = await ok(generate(prompt)).catch((error: unknown) => error)
      if (!(thrown instanceof HttpError)) throw thrown
      const { code, details = [] } = (thrown.data as api.ErrorBody).error
      return { status: thrown.status, code, fields: details.map(({ path }) => path) }
    },
  }
}
