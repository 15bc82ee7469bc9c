import type { Access, Calls } from '../../src/drive.ts'
import type { ErrorBody, HttpResponse } from './generated'
import { Api } from './generated'

type Body = Parameters<Api<unknown>['api']['generateContent']>[0]
// @ts-expect-error There is no such post type.
export const wrong: Body['post_types'] = ['myspace-post']

export function createCalls({ apiKey, workspaceId }: Access): Calls {
  const { api } = new Api({
    securityWorker: () => ({ headers: { 'x-api-key': apiKey } }),
    // It has no parameters for headers.
    baseApiParams: { headers: { 'X-Workspace-Id': workspaceId } },
  })
  const generate = (prompt: string) => api.generateContent({ prompt, post_types: ['x-post'], research_mode: 'regular' })
  return {
    readBalance: async () => (await api.getCredits()).data.balance,
    generate: async (prompt) => (await generate(prompt)).data.generation_id,
    async readGeneration(id) {
      const { status, outputs } = (await api.getGeneration(id)).data
      return { status, caption: outputs?.x }
    },
    async listGenerations() {
      const { data } = (await api.listGenerations({ limit: 100 })).data
      return data.map(({ generation_id }) => generation_id)
    },
    async connect() {
      const { data } = await api.createConnection({ platform: 'x', sandbox: true })
      return 'connection_id' in data ? data.connection_id : ''
    },
    async createDraft(generation_id, connection_id) {
      return (await api.createPost({ generation_id, items: [{ post_type: 'x-post', connection_id }] })).data.post_id
    },
    isPublishable: async (post_id) => (await api.preflightPost({ post_id })).data.publishable,
    async publish(id) {
      await api.publishPost(id)
    },
    readPostStatus: async (id) => (await api.getPost(id)).data.status,
    async refuse(prompt) {
      const thrown: unknown = await generate(prompt).catch((error: unknown) => error)
      const { status, error } = thrown as HttpResponse<never, ErrorBody>
      const { code, details = [] } = error.error
      return { status, code, fields: details.map(({ path }) => path) }
    },
  }
}
