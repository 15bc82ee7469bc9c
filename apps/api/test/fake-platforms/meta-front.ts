import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FacebookServer } from './facebook-server.ts'
import type { InstagramServer } from './instagram-server.ts'

/**
 * The one address of `graph.facebook.com`, where Facebook and the Instagram accounts behind its pages answer alike: by whose id
 * stands first in an address.
 */
export async function startMetaFront(
  facebook: FacebookServer,
  instagram: InstagramServer,
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const isInstagrams = (id: string): boolean => {
    const { users, containers, posts } = instagram.state
    return users.has(id) || containers.has(id) || posts.some((post) => post.id === id)
  }
  const server = createServer((request, response) => {
    const { url = '', method = 'GET', headers } = request
    const id = /^\/v\d+\.\d+\/(\d+)/.exec(url)?.[1] ?? ''
    const base = isInstagrams(id) ? instagram.addresses.pages : facebook.apiUrl
    const forward = async (): Promise<void> => {
      const body = Buffer.concat(await request.toArray())
      const answer = await fetch(`${base}${url}`, {
        method,
        headers: {
          authorization: headers.authorization ?? '',
          ...(headers['content-type'] !== undefined && { 'content-type': headers['content-type'] }),
        },
        ...(method !== 'GET' && { body }),
      })
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' })
      response.end(Buffer.from(await answer.arrayBuffer()))
    }
    forward().catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}

/** Instagram knows the tokens of the pages that Facebook gave out, for the account behind each. */
export function shareTokens(facebook: FacebookServer, instagram: InstagramServer): void {
  for (const [token, { kind, ownerId, scopes, since, endsAt }] of facebook.state.tokens) {
    const account = facebook.state.pages.find(({ id }) => id === ownerId)?.instagram
    if (kind !== 'page' || !account) continue
    instagram.state.users.set(account.id, account.username)
    instagram.state.access.set(token, { userId: account.id, kind: 'page', scopes, issuedAt: since, endsAt })
  }
}
