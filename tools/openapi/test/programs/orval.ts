import type { Access, Calls } from '../../src/drive.ts'
import * as api from './generated'

type Body = Parameters<typeof api.generateContent>[0]
// @ts-expect-error There is no such post type.
export const wrong: Body['post_types'] = ['myspace-post']

export function createCalls({ apiKey, workspaceId }: Access): Calls {
  const options = { headers: { 'x-api-key': apiKey, 'X-Workspace-Id': workspaceId } }
  const generate = (prompt: string) =>
    api.generateContent({ prompt, post_types: ['x-post'], research_mode: 'regular' }, options)
  return {
    readBalance: async () => succeeded(await api.getCredits(options)).balance,
    generate: async (prompt) => succeeded(await generate(prompt)).generation_id,
    async readGeneration(id) {
      const { status, outputs } = succeeded(await api.getGeneration(id, options))
      return { status, caption: outputs?.x }
    },
    async listGenerations() {
      const { data } = succeeded(await api.listGenerations({ limit: 100 }, options))
      return data.map(({ generation_id }) => generation_id)
    },
    async connect() {
      const connection = succeeded(await api.createConnection({ platform: 'x', sandbox: true }, options))
      return 'connection_id' in connection ? connection.connection_id : ''
    },
    async createDraft(generation_id, connection_id) {
      const items = [{ post_type: 'x-post' as const, connection_id }]
      return succeeded(await api.createPost({ generation_id, items }, options)).post_id
    },
    isPublishable: async (post_id) => succeeded(await api.preflightPost({ post_id }, options)).publishable,
    async publish(id) {
      succeeded(await api.publishPost(id, options))
    },
    readPostStatus: async (id) => succeeded(await api.getPost(id, options)).status,
    async refuse(prompt) {
      const { status, data } = await generate(prompt)
      if (status === 200) throw new Error('It was not refused')
      const { code, details = [] } = data.error
      return { status, code, fields: details.map(({ path }) => path) }
    },
  }
}

/** Its answers are distinguished by their status. */
function succeeded<Answer extends { readonly status: number; readonly data: unknown }>(answer: Answer) {
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.data))
  return answer.data as Extract<Answer, { readonly status: 200 }>['data']
}
