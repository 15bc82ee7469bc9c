import { smoke } from './smoke.mjs'

export default {
  async fetch(request, { baseUrl, apiKey, workspaceId }) {
    return Response.json(await smoke({ baseUrl, apiKey, workspaceId }))
  },
}
