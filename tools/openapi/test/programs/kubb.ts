import type { Access, Calls } from '../../src/drive.ts'
import * as api from './generated'
import type { Client } from './generated/.kubb/fetch'
import { fetch as send, setConfig } from './generated/.kubb/fetch'

type Body = Parameters<typeof api.generateContent>[0]
// @ts-expect-error There is no such post type.
export const wrong: Body['post_types'] = ['myspace-post']

export function createCalls({ url, apiKey, workspaceId }: Access): Calls {
  // Its client sends JSON without a type.
  setConfig({ baseURL: url, headers: { 'x-api-key': apiKey, 'Content-Type': 'application/json' } })
  const headers = { 'X-Workspace-Id': workspaceId }
  const generate = (prompt: string, client: Client = send) =>
    api.generateContent({ prompt, post_types: ['x-post'], research_mode: 'regular' }, headers, { client })
  return {
    readBalance: async () => (await api.getCredits()).balance,
    generate: async (prompt) => (await generate(prompt)).generation_id,
    async readGeneration(id) {
      const { status, outputs } = await api.getGeneration(id, headers)
      return { status, caption: outputs?.x }
    },
    async listGenerations() {
      const { data } = await api.listGenerations(headers, { limit: 100 })
      return data.map(({ generation_id }) => generation_id)
    },
    async connect() {
      const connection = await api.createConnection({ platform: 'x', sandbox: true }, headers)
      return 'connection_id' in connection ? connection.connection_id : ''
    },
    async createDraft(generation_id, connection_id) {
      const items = [{ post_type: 'x-post' as const, connection_id }]
      return (await api.createPost({ generation_id, items }, headers)).post_id
    },
    isPublishable: async (post_id) => (await api.preflightPost({ post_id }, headers)).publishable,
    async publish(id) {
      await api.publishPost(id, headers)
    },
    readPostStatus: async (id) => (await api.getPost(id, headers)).status,
    async refuse(prompt) {
      // Its functions return the body of an error as if it were the answer, without the status.
      let status = 0
      const client: Client = async (config) => {
        const response = await send<never>(config)
        status = response.status
        return response
      }
      const answer: object = await generate(prompt, client)
      const { code, details = [] } = (answer as api.ErrorBody).error
      return { status, code, fields: details.map(({ path }) => path) }
    },
  }
}
