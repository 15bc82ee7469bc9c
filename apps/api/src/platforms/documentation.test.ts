import { readFile } from 'node:fs/promises'
import { createGuardedFetch } from '#outbound/index.ts'
import { systemClock } from '#shared/clock.ts'
import { expect, it } from 'vitest'
import { createFacebook } from './facebook/index.ts'
import { createInstagram } from './instagram/index.ts'
import { createLinkedIn } from './linkedin/index.ts'
import type { AccountKind } from '@powerpost/contract'
import type { PlatformAdapter, PublishingCapabilities, Renewal } from './port.ts'
import { publishingFor } from './port.ts'
import { createSandbox, createSandboxConnector } from './sandbox/index.ts'
import { createTikTok } from './tiktok/index.ts'
import { createX } from './x/index.ts'
import { createYouTube } from './youtube/index.ts'
import { createTestCounter } from './youtube/testing/counter.ts'

const LOOK_UPS: Readonly<Record<PublishingCapabilities['lookUp'], string>> = {
  exactly: "in the account's posts",
  by_handle: "by the platform's id",
  not_at_all: 'no: the outcome stays unknown',
}

const RENEWALS: Readonly<Record<Renewal, string>> = {
  refresh_token: 'by a refresh token',
  access_token: 'by the access token',
  none: 'not at all',
}

interface Declared {
  readonly capabilities: PublishingCapabilities
  readonly renewal: Renewal | undefined
}

function readAdapters(): Readonly<Record<string, Declared>> {
  const bounds = { timeoutMs: 1, maxBytes: 1, maxRedirects: 0, userAgent: 'PowerPost', allowPrivate: false }
  const x = createX({
    fetch: createGuardedFetch(bounds),
    clock: systemClock,
    apiUrl: 'https://x.invalid',
    authorizeUrl: 'https://x.invalid/authorize',
    clientId: 'x-app',
    clientSecret: undefined,
  })
  const facebook = createFacebook({
    host: {
      fetch: createGuardedFetch(bounds),
      clock: systemClock,
      apiUrl: 'https://facebook.invalid',
      version: 'v26.0',
    },
    clock: systemClock,
    authorizeUrl: 'https://facebook.invalid/authorize',
    clientId: 'facebook-app',
    clientSecret: 'secret',
    configId: undefined,
  })
  const instagram = createInstagram({
    clock: systemClock,
    login: {
      authorizeUrl: 'https://instagram.invalid/authorize',
      tokenUrl: 'https://instagram.invalid/token',
      clientId: 'instagram-app',
      clientSecret: 'secret',
      host: {
        fetch: createGuardedFetch(bounds),
        clock: systemClock,
        apiUrl: 'https://instagram.invalid',
        version: 'v26.0',
      },
    },
  })
  const tiktok = createTikTok({
    fetch: createGuardedFetch(bounds),
    clock: systemClock,
    apiUrl: 'https://tiktok.invalid',
    tokenUrl: 'https://tiktok.invalid/token',
    authorizeUrl: 'https://tiktok.invalid/authorize',
    clientId: 'tiktok-key',
    clientSecret: 'secret',
  })
  const linkedin = createLinkedIn({
    fetch: createGuardedFetch(bounds),
    clock: systemClock,
    baseUrl: 'https://linkedin.invalid',
    version: '202607',
    authorizeUrl: 'https://linkedin.invalid/authorize',
    tokenUrl: 'https://linkedin.invalid/token',
    clientId: 'linkedin-app',
    clientSecret: 'secret',
  })
  const youtube = createYouTube({
    fetch: createGuardedFetch(bounds),
    clock: systemClock,
    counter: createTestCounter(),
    countAccounts: async () => 1,
    apiUrl: 'https://youtube.invalid',
    uploadUrl: 'https://youtube.invalid',
    authorizeUrl: 'https://youtube.invalid/authorize',
    tokenUrl: 'https://youtube.invalid/token',
    clientId: 'youtube-app',
    clientSecret: 'secret',
  })
  const { capabilities } = createSandbox({ clock: systemClock })
  const declaredBy = (adapter: PlatformAdapter, kind: AccountKind = 'profile'): Declared => {
    return { capabilities: publishingFor(adapter, kind).capabilities, renewal: adapter.connector?.renewal }
  }
  return {
    Instagram: declaredBy(instagram),
    X: declaredBy(x),
    Facebook: declaredBy(facebook),
    'LinkedIn, of a member': declaredBy(linkedin),
    'LinkedIn, of an organization': declaredBy(linkedin, 'organization'),
    YouTube: declaredBy(youtube, 'channel'),
    TikTok: declaredBy(tiktok),
    sandbox: { capabilities, renewal: createSandboxConnector('x').renewal },
  }
}

/** What the documentation says of a platform, as its table has it. */
function rowOf(name: string, { capabilities, renewal = 'none' }: Declared): string {
  const { lookUp, processesMedia, processesPosts, altText, firstComment, threads, edits } = capabilities
  const cells = [processesMedia, processesPosts, altText, firstComment, threads, edits].map((can) =>
    can ? 'yes' : 'no',
  )
  return `| ${[name, LOOK_UPS[lookUp], RENEWALS[renewal], ...cells].join(' | ')} |`
}

it('the documentation has what each adapter declares', async () => {
  const text = await readFile(new URL('../../../../docs/publishing.md', import.meta.url), 'utf8')
  const rows = text.split('\n').map((line) => line.replaceAll(/ +/g, ' '))
  for (const [name, declared] of Object.entries(readAdapters())) expect(rows).toContain(rowOf(name, declared))
})
