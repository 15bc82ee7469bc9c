import { createGuardedFetch } from '#outbound/index.ts'
import type { PlatformRig } from '#platforms/testing/rig.ts'
import type { PlatformAdapter, PublishableItem } from '#platforms/port.ts'
import { createSandbox } from '#platforms/sandbox/index.ts'
import { createTestMedium } from '#platforms/testing/media.ts'
import { systemClock } from '#shared/clock.ts'
import { startSandboxPlatform } from '../fake-platforms/sandbox-platform-server.ts'

const TEXT: PublishableItem = {
  itemId: 'item-1',
  attempt: 1,
  postType: 'x-post',
  content: 'Dark mode is here',
  media: [],
  options: {},
}
const PICTURE = createTestMedium({ type: 'image', mimeType: 'image/jpeg', size: 900 })
const VIDEO = createTestMedium({ type: 'video', mimeType: 'video/mp4', size: 10_000, durationSeconds: 3 })

export const SANDBOX_ITEM: PublishableItem = { ...TEXT, media: [PICTURE, VIDEO] }

const BOUNDS = { allowPrivate: true, timeoutMs: 5_000, maxBytes: 100_000, maxRedirects: 0, userAgent: 'PowerPost' }

/** A sandbox that is a server, for the suite of all platforms. @param change makes another adapter of the sandbox's */
export async function startSandboxRig(
  change: (adapter: PlatformAdapter) => PlatformAdapter = (adapter) => adapter,
): Promise<PlatformRig> {
  const server = await startSandboxPlatform()
  const sandbox = createSandbox({
    clock: systemClock,
    server: { baseUrl: server.url, fetch: createGuardedFetch(BOUNDS) },
    chunkBytes: 4096,
  })
  const next = (id: string) => server.posts.find(({ reply_to }) => reply_to === id)
  return {
    adapter: change(sandbox),
    items: { text: TEXT, media: { ...SANDBOX_ITEM, itemId: 'item-2' } },
    tokens: ['first-token', 'second-token'],
    posts: () => server.posts.map(({ post_id }) => post_id),
    spoil: (step, fault, times) => server.faults.spoil(step, fault, times),
    read(id) {
      const post = server.posts.find(({ post_id }) => post_id === id)
      if (!post) throw new Error(`There is no post ${id}`)
      const thread: string[] = []
      for (let at = next(id); at; at = next(at.post_id)) thread.push(at.text)
      return { content: post.text, altTexts: post.alt_texts, comments: post.comments, thread }
    },
    processMedia(manner) {
      if (manner === 'slowly') server.manner.slowly = 3
      else server.manner.inVain = true
    },
    processPosts: () => {
      server.manner.publishesLate = 2
    },
    refuseToken: (token) => server.refused.add(token),
    refuseContent: () => {
      server.manner.refuseContent = true
    },
    lateItem: () => ({ ...TEXT, content: 'Dark mode [sandbox:late_id]' }),
    stop: () => server.stop(),
  }
}
