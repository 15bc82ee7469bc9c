import { isAxiosError } from 'axios'
import type { Access, Calls } from '../../src/drive.ts'
import type { ErrorBody } from './generated'
import * as generated from './generated'

type Body = Parameters<generated.ContentApi['generateContent']>[1]
// @ts-expect-error There is no such post type.
export const wrong: Body['post_types'] = ['myspace-post']

export function createCalls({ apiKey, workspaceId }: Access): Calls {
  // This old generator puts a header that is a UUID in quotes.
  const baseOptions = { headers: { 'X-Workspace-Id': workspaceId } }
  const configuration = new generated.Configuration({ apiKey, baseOptions })
  const account = new generated.AccountApi(configuration)
  const content = new generated.ContentApi(configuration)
  const posts = new generated.PostsApi(configuration)
  const connections = new generated.ConnectionsApi(configuration)
  const generate = (prompt: string) =>
    content.generateContent(workspaceId, {
      prompt,
      post_types: [generated.PostType.XPost],
      research_mode: generated.ResearchMode.Regular,
    })
  return {
    readBalance: async () => (await account.getCredits()).data.balance,
    generate: async (prompt) => (await generate(prompt)).data.generation_id,
    async readGeneration(id) {
      const { status, outputs } = (await content.getGeneration(id, workspaceId)).data
      return { status, caption: outputs?.x }
    },
    async listGenerations() {
      const { data } = (await content.listGenerations(workspaceId, undefined, 100)).data
      return data.map(({ generation_id }) => generation_id)
    },
    async connect() {
      const request = { platform: generated.Platform.X, sandbox: true }
      const { data } = await connections.createConnection(workspaceId, request)
      return 'connection_id' in data ? data.connection_id : ''
    },
    async createDraft(generation_id, connection_id) {
      const items = [{ post_type: generated.PostType.XPost, connection_id }]
      return (await posts.createPost(workspaceId, { generation_id, items })).data.post_id
    },
    isPublishable: async (post_id) => (await posts.preflightPost(workspaceId, { post_id })).data.publishable,
    async publish(id) {
      await posts.publishPost(id, workspaceId)
    },
    readPostStatus: async (id) => (await posts.getPost(id, workspaceId)).data.status,
    async refuse(prompt) {
      const thrown: unknown = await generate(prompt).catch((error: unknown) => error)
      if (!isAxiosError<ErrorBody>(thrown) || !thrown.response) throw thrown
      const { status, data } = thrown.response
      return { status, code: data.error.code, fields: (data.error.details ?? []).map(({ path }) => path) }
    },
  }
}
